#include "forms/form_state.h"

#include <algorithm>
#include <charconv>

#include "forms/field_check.h"

namespace yc::forms {

using base::Date;
using domain::Circumstances;

namespace {

std::string text_at(const FormValues& values, const std::string& path) {
    const auto found = values.find(path);
    return found == values.end() ? std::string() : found->second;
}

int rows_of(const Field& table, const std::string& text) {
    int rows = 0;
    std::from_chars(text.data(), text.data() + text.size(), rows);
    return std::clamp(rows, table.least_rows, std::min(table.most_rows, most_table_rows));
}

std::string cell_path(const Field& table, int row, const std::string& column) {
    return table.id + "." + std::to_string(row) + "." + column;
}

/// One pass over the form: which fields apply and what they hold, seen from the state of the pass before.
class Pass {
  public:
    Pass(const Form& form, const FormValues& values, const Circumstances& circumstances, Date today,
         const FormState& before)
        : form_(form),
          values_(values),
          circumstances_(circumstances),
          before_(before),
          scope_(scope_of(before, circumstances, today)) {}

    FormState run() {
        for (const auto& section : form_.sections) {
            if (!section.when.holds(circumstances_)) continue;
            for (const auto& field : section.fields) add(section, field);
        }
        return std::move(state_);
    }

  private:
    void add(const Section& section, const Field& field) {
        if (!applies(field, scope_)) return;
        auto& one = put({.path = field.id, .field = &field, .section = &section}, scope_);
        if (has_parts(field.type))
            for (const auto& part : field.columns)
                put({.path = field.id + "." + part.id, .field = &part, .section = &section, .table = &field},
                    scope_);
        if (field.type != FieldType::table) return;

        const int rows = rows_of(field, text_at(values_, field.id));
        one.value = std::to_string(rows);
        for (int row = 0; row < rows; ++row) add_row(section, field, row);
    }

    /// Columns see their own row by bare names and the rest of the form beside it.
    void add_row(const Section& section, const Field& table, int row) {
        Scope in_row = scope_;
        in_row.field = [this, &table, row](const std::string& name) {
            const auto* cell = before_.find(cell_path(table, row, name));
            return cell ? value_of(*cell->field, cell->value) : scope_.field(name);
        };
        for (const auto& column : table.columns)
            if (applies(column, in_row))
                put({.path = cell_path(table, row, column.id),
                     .field = &column,
                     .section = &section,
                     .table = &table,
                     .row = row},
                    in_row);
    }

    [[nodiscard]] bool applies(const Field& field, const Scope& scope) const {
        return field.when.holds(circumstances_) &&
               (field.show_if.empty() || is_true(field.show_if.evaluate(scope)));
    }

    FieldState& put(FieldState one, const Scope& scope) {
        const auto& field = *one.field;
        one.value = field.computed.empty() ? tidy_value(field, text_at(values_, one.path))
                                           : text_of(field.computed.evaluate(scope));
        one.required = field.required || is_true(field.required_if.evaluate(scope));
        return state_.add(std::move(one));
    }

    const Form& form_;
    const FormValues& values_;
    const Circumstances& circumstances_;
    const FormState& before_;
    Scope scope_;
    FormState state_;
};

bool same(const FormState& a, const FormState& b) {
    return std::equal(a.fields().begin(), a.fields().end(), b.fields().begin(), b.fields().end(),
                      [](const FieldState& x, const FieldState& y) {
                          return x.path == y.path && x.value == y.value && x.required == y.required;
                      });
}

}  // namespace

const FieldState* FormState::find(const std::string& path) const {
    const auto found = places_.find(path);
    return found == places_.end() ? nullptr : &fields_[found->second];
}

FieldState& FormState::add(FieldState field) {
    places_.emplace(field.path, fields_.size());
    return fields_.emplace_back(std::move(field));
}

FormState state_of(const Form& form, const FormValues& values, const Circumstances& circumstances,
                   Date today) {
    FormState state;
    for (int pass = 0; pass < most_passes; ++pass) {
        auto next = Pass(form, values, circumstances, today, state).run();
        const bool settled = same(state, next);
        state = std::move(next);
        if (settled) break;
    }
    return state;
}

Value value_of(const Field& field, const std::string& text) {
    if (text.empty()) return {};
    switch (field.type) {
        case FieldType::number:
        case FieldType::money:
        case FieldType::table: {
            const auto number = base::Decimal::parse(text);
            return number ? Value(*number) : Value();
        }
        case FieldType::date: {
            const auto date = base::parse_date(text);
            return date ? Value(*date) : Value();
        }
        case FieldType::checkbox:
            return text == "yes";
        default:
            return text;
    }
}

Scope scope_of(const FormState& state, const Circumstances& circumstances, Date today) {
    return {.field =
                [&state](const std::string& name) {
                    const auto* one = state.find(name);
                    return one ? value_of(*one->field, one->value) : Value();
                },
            .column =
                [&state](const std::string& name) {
                    std::vector<Value> values;
                    for (const auto& one : state.fields())
                        if (one.row >= 0 && one.table->id + "." + one.field->id == name)
                            values.push_back(value_of(*one.field, one.value));
                    return values;
                },
            .rows =
                [&state](const std::string& name) {
                    const auto* one = state.find(name);
                    size_t rows = 0;
                    if (one) std::from_chars(one->value.data(), one->value.data() + one->value.size(), rows);
                    return rows;
                },
            .answers = circumstances,
            .today = today};
}

}  // namespace yc::forms
