#include "core/domain/item_package.h"

#include <boost/test/unit_test.hpp>

using namespace yc;
using domain::ItemPackage;

namespace {

ItemPackage package(const std::string& code, std::vector<ItemPackage::Member> members) {
    ItemPackage out;
    out.code = code;
    out.name = "包" + code;
    out.members = std::move(members);
    return out;
}

std::vector<std::string> codes(const base::Result<std::vector<ItemPackage::Member>>& members) {
    std::vector<std::string> out;
    if (!members) return {members.error().code};
    for (const auto& member : *members) out.push_back(member.item);
    return out;
}

using Codes = std::vector<std::string>;

/// The members when there are these packages beside the items a, b and c.
Codes members(const ItemPackage& package, const std::vector<ItemPackage>& packages,
              const domain::Circumstances& answers = {}) {
    const auto find = [&](const std::string& code) -> const ItemPackage* {
        for (const auto& one : packages)
            if (one.code == code) return &one;
        return nullptr;
    };
    const auto is_item = [](const std::string& code) { return code == "a" || code == "b" || code == "c"; };
    return codes(domain::members_for(package, find, is_item, answers));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(item_package_tests)

BOOST_AUTO_TEST_CASE(answers_choose_the_members) {
    auto one = package("P", {{.item = "a"}, {.item = "b", .when = {{{"staff", {"yes"}}}}}});
    one.questions = {{"staff", "有员工吗？", {{"no", "没有"}, {"yes", "有"}}, {}}};
    BOOST_TEST((members(one, {}) == Codes{"a"}));
    BOOST_TEST((members(one, {}, {{"staff", "yes"}}) == Codes{"a", "b"}));
    BOOST_TEST((members(one, {}, {{"staff", "never"}}) == Codes{"a"}),
               "an answer nobody offers counts as the usual one");
}

BOOST_AUTO_TEST_CASE(a_package_inside_is_taken_apart_and_an_item_stands_once) {
    const auto inner = package("Q", {{.item = "b"}, {.item = "c"}});
    const auto outer = package("P", {{.item = "c"}, {.item = "Q"}, {.item = "b"}});
    BOOST_TEST((members(outer, {inner, outer}) == Codes{"c", "b"}));
}

BOOST_AUTO_TEST_CASE(circles_and_strangers_are_told) {
    const auto p = package("P", {{.item = "Q"}});
    const auto q = package("Q", {{.item = "P"}});
    BOOST_TEST((members(p, {p, q}) == Codes{"package.cycle"}));
    const auto self = package("S", {{.item = "a"}, {.item = "S"}});
    BOOST_TEST((members(self, {self}) == Codes{"package.cycle"}));
    BOOST_TEST((members(package("P", {{.item = "x"}}), {}) == Codes{"package.unknown_member"}));
}

BOOST_AUTO_TEST_CASE(the_same_package_twice_beside_each_other_is_no_circle) {
    const auto inner = package("Q", {{.item = "b"}});
    const auto outer = package("P", {{.item = "Q"}, {.item = "Q"}});
    BOOST_TEST((members(outer, {inner}) == Codes{"b"}));
}

BOOST_AUTO_TEST_SUITE_END()
