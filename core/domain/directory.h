#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/enum_names.h"

namespace yc::domain {

enum class Role {
    clerk,                 ///< 综合窗口人员
    handler,               ///< 承办
    reviewer,              ///< 审核
    approver,              ///< 批准
    head_of_organ,         ///< 行政机关负责人
    chief_representative,  ///< 首席代表
    supervisor,            ///< 大厅负责人
    administrator,
    auditor,
    archivist,
    hub,        ///< the hub itself: jobs, deemed acceptance, cards
    applicant,  ///< the citizen, through a channel of their own
};

constexpr auto names_of(Role) {
    using enum Role;
    return std::to_array<base::EnumName<Role>>({{clerk, "clerk"},
                                                {handler, "handler"},
                                                {reviewer, "reviewer"},
                                                {approver, "approver"},
                                                {head_of_organ, "head_of_organ"},
                                                {chief_representative, "chief_representative"},
                                                {supervisor, "supervisor"},
                                                {administrator, "administrator"},
                                                {auditor, "auditor"},
                                                {archivist, "archivist"},
                                                {hub, "hub"},
                                                {applicant, "applicant"}});
}

/// A government department that decides (实施主体).
struct Department {
    std::string id;  ///< short and stable, e.g. "market"
    std::string name;
    std::string organ_short_name;  ///< in notice numbers (机关简称)
    std::string credit_code;
    std::string phone;
    friend bool operator==(const Department&, const Department&) = default;
};

/// A service hall (政务服务中心, 便民服务中心).
struct Hall {
    std::string id;
    std::string name;
    std::string address;
    std::string phone;
    std::string division;  ///< GB/T 2260, 6 digits
    friend bool operator==(const Hall&, const Hall&) = default;
};

/// A counter (窗口) with the items it may take: all when `items` is empty (综合窗口), else only those
/// (主题窗口).
struct Counter {
    std::string id;
    std::string hall;
    std::string name;
    int number = 0;  ///< 1–999; in case numbers
    std::vector<std::string> items;
    [[nodiscard]] bool takes(const std::string& item_code) const {
        return items.empty() || std::find(items.begin(), items.end(), item_code) != items.end();
    }
    friend bool operator==(const Counter&, const Counter&) = default;
};

/// Somebody who signs in; roles are bound to a hall (clerk, supervisor) or a department (handler … head).
struct User {
    std::string id;  ///< what is typed at sign-in
    std::string name;
    std::vector<Role> roles;
    std::string hall;
    std::string department;
    [[nodiscard]] bool has(Role role) const {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    }
    friend bool operator==(const User&, const User&) = default;
};

/// The halls, counters and departments of a district, as everybody who signs in may know them.
struct Directory {
    std::vector<Department> departments;
    std::vector<Hall> halls;
    std::vector<Counter> counters;
    [[nodiscard]] const Department* department(const std::string& id) const;
    /// The name of a department; `otherwise` when it is not in the directory.
    [[nodiscard]] std::string department_name(const std::string& id, const std::string& otherwise) const;
    [[nodiscard]] const Hall* hall(const std::string& id) const;
    [[nodiscard]] const Counter* counter(const std::string& id) const;
    friend bool operator==(const Directory&, const Directory&) = default;
};

}  // namespace yc::domain
