// Time from a key to the best 20 results among 100,000 items, for each keystroke of typed queries, beside a
// plain scan over names, codes and one precomputed initial a character. Our search also weighs every reading
// of a character, whole syllables, mixtures, everyday words and departments. With arguments, names and
// queries come from files: search_bench NAMES.txt QUERIES.tsv (a name a line; class TAB query).
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "forms/catalogue.h"
#include "forms/pinyin.h"
#include "forms/sample_district.h"

using namespace yc;

namespace {

struct Query {
    std::string kind;
    std::string text;
};

const std::vector<std::string> subjects{
    "城乡居民基本医疗保险", "食品经营许可", "机动车驾驶证", "建设工程规划",   "个体工商户",
    "公共场所卫生",         "不动产权属",   "人力资源服务", "民办学校",       "医疗机构执业",
    "道路货物运输",         "水土保持方案", "取水许可",     "危险化学品经营", "户外广告设施",
    "残疾人两项补贴",       "最低生活保障", "失业保险金",   "住房公积金",     "企业投资项目",
    "烟草专卖零售",         "林木采伐",     "动物防疫条件", "教师资格",       "护士执业",
    "特种设备使用",         "排污许可",     "出版物零售",   "演出场所经营",   "律师事务所"};
const std::vector<std::string> acts{"设立", "变更", "延续", "注销", "补办", "备案", "审批",
                                    "登记", "核准", "换发", "申领", "认定", "年检", "转移"};
const std::vector<std::string> tails{
    "",         "（新办）",     "（市级权限）", "（法定代表人变更）", "（地址变更）",
    "（首次）", "（跨省通办）", "（个人）",     "（单位）",           "（遗失）"};

std::vector<std::string> make_names(size_t count) {
    std::mt19937 random(20261122);
    std::vector<std::string> names;
    while (names.size() < count) {
        auto name = subjects[random() % subjects.size()] + acts[random() % acts.size()];
        if (random() % 3 == 0) name = subjects[random() % subjects.size()] + "与" + name;
        names.push_back(name + tails[random() % tails.size()] +
                        (random() % 2 ? std::to_string(random() % 900) + "号" : ""));
    }
    return names;
}

std::vector<std::string> read_lines(const char* path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

std::string initials_of(const std::string& name) {
    std::string out;
    const auto& table = forms::PinyinTable::instance();
    for (const char32_t c : base::decode_utf8(name)) {
        const auto& readings = table.readings(c);
        out += readings.empty() ? (c < 0x80 ? std::string(1, static_cast<char>(c)) : "?")
                                : table.syllables()[readings.front()].substr(0, 1);
    }
    return base::to_lower_ascii(out);
}

/// What is typed for a name, key by key.
void add_keystrokes(std::vector<Query>& queries, const std::string& kind, const std::string& whole) {
    const auto points = base::decode_utf8(whole);
    for (size_t count = 1; count <= points.size(); ++count)
        queries.push_back({kind, base::encode_utf8(points.substr(0, count))});
}

std::vector<Query> make_queries(const std::vector<std::string>& names,
                                const std::vector<std::string>& codes) {
    std::mt19937 random(7);
    std::vector<Query> queries;
    for (int i = 0; i < 40; ++i) {
        const auto at = random() % names.size();
        const auto points = base::decode_utf8(names[at]);
        add_keystrokes(queries, "initials", initials_of(names[at]).substr(0, 6));
        add_keystrokes(queries, "han2", base::encode_utf8(points.substr(points.size() / 3, 2)));
        add_keystrokes(queries, "han4", base::encode_utf8(points.substr(0, 4)));
        add_keystrokes(queries, "code", codes[at].substr(18));
    }
    return queries;
}

/// The plain way: every name, code and initial string is searched for the query, then the best 20 are picked.
class PlainScan {
  public:
    PlainScan(const std::vector<std::string>& names, const std::vector<std::string>& codes)
        : names_(names), codes_(codes) {
        for (const auto& name : names) {
            initials_.push_back(initials_of(name));
            lengths_.push_back(base::length_utf8(name));
        }
    }
    size_t search(const std::string& query) {
        const auto& texts = texts_for(query);
        hits_.clear();
        for (uint32_t i = 0; i < texts.size(); ++i)
            if (const auto place = texts[i].find(query); place != std::string::npos)
                hits_.push_back({place, lengths_[i], i});
        const auto count = std::min<size_t>(20, hits_.size());
        std::partial_sort(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(count), hits_.end());
        return count;
    }

  private:
    const std::vector<std::string>& texts_for(const std::string& query) const {
        if (static_cast<unsigned char>(query[0]) >= 0x80) return names_;
        return query[0] >= 'a' && query[0] <= 'z' ? initials_ : codes_;
    }
    const std::vector<std::string>& names_;
    const std::vector<std::string>& codes_;
    std::vector<std::string> initials_;
    std::vector<size_t> lengths_;
    std::vector<std::tuple<size_t, size_t, uint32_t>> hits_;
};

using Times = std::map<std::string, std::vector<double>>;

template <class Search>
Times measure(const std::vector<Query>& queries, Search search) {
    Times times;
    for (const auto& query : queries) {
        const auto start = std::chrono::steady_clock::now();
        search(query.text);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        times[query.kind].push_back(took.count());
        times["all"].push_back(took.count());
    }
    return times;
}

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

void print(const Times& ours, const Times& plain) {
    for (const auto& [kind, values] : ours)
        for (const auto& [name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
            const double value = percentile(values, part), other = percentile(plain.at(kind), part);
            fmt::print(
                "{{\"bench\":\"search\",\"metric\":\"{} "
                "{}\",\"value\":{:.4f},\"unit\":\"ms\",\"n\":{},\"baseline\":{:.4f},"
                "\"ratio\":{:.1f}}}\n",
                kind, name, value, values.size(), other, other / value);
        }
}

}  // namespace

int main(int argc, char** argv) {
    const auto names = argc > 1 ? read_lines(argv[1]) : make_names(100000);
    std::vector<std::string> codes;
    std::mt19937 random(3);
    for (size_t i = 0; i < names.size(); ++i)
        codes.push_back(fmt::format("11450103MB{:08}{}4{:012}", random() % 40, 7, i * 37));
    auto queries = make_queries(names, codes);
    if (argc > 2) {
        queries.clear();
        for (const auto& line : read_lines(argv[2]))
            if (const auto parts = base::split(line, '\t'); parts.size() == 2)
                queries.push_back({parts[0], parts[1]});
    }
    forms::CatalogueBundle bundle{1, {}, forms::sample_catalogue().forms};
    for (size_t i = 0; i < names.size(); ++i) {
        domain::ServiceItem item;
        item.code = codes[i];
        item.name = names[i];
        bundle.items.push_back(std::move(item));
    }
    const auto start = std::chrono::steady_clock::now();
    const auto catalogue = forms::Catalogue::open(std::move(bundle));
    const std::chrono::duration<double, std::milli> build = std::chrono::steady_clock::now() - start;
    fmt::print(
        "{{\"bench\":\"search\",\"metric\":\"build\",\"value\":{:.0f},\"unit\":\"ms\",\"n\":1,\"names\":{}}}"
        "\n",
        build.count(), names.size());
    PlainScan plain(names, codes);
    const auto ours =
        measure(queries, [&](const std::string& text) { return (*catalogue)->search(text).size(); });
    print(ours, measure(queries, [&](const std::string& text) { return plain.search(text); }));
}
