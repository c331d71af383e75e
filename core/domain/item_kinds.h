#pragma once
#include <array>

#include "core/base/enum_names.h"

namespace yc::domain {

/// 事项类型.
enum class ItemType {
    licence,
    penalty,
    coercion,
    levy,
    payment,
    inspection,
    confirmation,
    reward,
    adjudication,
    other,
    public_service,
};
constexpr auto names_of(ItemType) {
    using enum ItemType;
    return std::to_array<base::EnumName<ItemType>>({{licence, "licence"},
                                                    {penalty, "penalty"},
                                                    {coercion, "coercion"},
                                                    {levy, "levy"},
                                                    {payment, "payment"},
                                                    {inspection, "inspection"},
                                                    {confirmation, "confirmation"},
                                                    {reward, "reward"},
                                                    {adjudication, "adjudication"},
                                                    {other, "other"},
                                                    {public_service, "public_service"}});
}

enum class ItemState { draft, in_use, suspended, cancelled };
constexpr auto names_of(ItemState) {
    using enum ItemState;
    return std::to_array<base::EnumName<ItemState>>(
        {{draft, "draft"}, {in_use, "in_use"}, {suspended, "suspended"}, {cancelled, "cancelled"}});
}

/// 办件类型. `joint` has several departments; `escalated` is passed up to a higher organ.
enum class CaseKind { immediate, promised, joint, escalated };
constexpr auto names_of(CaseKind) {
    using enum CaseKind;
    return std::to_array<base::EnumName<CaseKind>>(
        {{immediate, "immediate"}, {promised, "promised"}, {joint, "joint"}, {escalated, "escalated"}});
}

/// 服务对象 (GB/T 39046-2020 annex A).
enum class Target { person, enterprise, institution, social_organisation, government, other };
constexpr auto names_of(Target) {
    using enum Target;
    return std::to_array<base::EnumName<Target>>({{person, "person"},
                                                  {enterprise, "enterprise"},
                                                  {institution, "institution"},
                                                  {social_organisation, "social_organisation"},
                                                  {government, "government"},
                                                  {other, "other"}});
}

/// Groups of people that items are made for, as halls sort them.
enum class PersonGroup {
    student,
    farmer,
    veteran,
    disabled,
    low_income,
    migrant_worker,
    elder,
    child,
    woman
};
constexpr auto names_of(PersonGroup) {
    using enum PersonGroup;
    return std::to_array<base::EnumName<PersonGroup>>({{student, "student"},
                                                       {farmer, "farmer"},
                                                       {veteran, "veteran"},
                                                       {disabled, "disabled"},
                                                       {low_income, "low_income"},
                                                       {migrant_worker, "migrant_worker"},
                                                       {elder, "elder"},
                                                       {child, "child"},
                                                       {woman, "woman"}});
}

/// What of a trade or right the item does. A filing (备案) is closed by its receipt.
enum class TradeKind { first_application, renewal, change, replacement, cancellation, filing };
constexpr auto names_of(TradeKind) {
    using enum TradeKind;
    return std::to_array<base::EnumName<TradeKind>>({{first_application, "first_application"},
                                                     {renewal, "renewal"},
                                                     {change, "change"},
                                                     {replacement, "replacement"},
                                                     {cancellation, "cancellation"},
                                                     {filing, "filing"}});
}

/// 行使层级 (GB/T 39046-2020 annex A).
enum class ExerciseLevel { nation, province, city, county, town, village, graded };
constexpr auto names_of(ExerciseLevel) {
    using enum ExerciseLevel;
    return std::to_array<base::EnumName<ExerciseLevel>>({{nation, "nation"},
                                                         {province, "province"},
                                                         {city, "city"},
                                                         {county, "county"},
                                                         {town, "town"},
                                                         {village, "village"},
                                                         {graded, "graded"}});
}

/// 通办范围: from where one may apply.
enum class HandleScope { here, across_counties, across_cities, across_provinces, nation };
constexpr auto names_of(HandleScope) {
    using enum HandleScope;
    return std::to_array<base::EnumName<HandleScope>>({{here, "here"},
                                                       {across_counties, "across_counties"},
                                                       {across_cities, "across_cities"},
                                                       {across_provinces, "across_provinces"},
                                                       {nation, "nation"}});
}

/// 材料必要性. `deferrable` may follow later under tolerant acceptance (容缺后补).
enum class Necessity { required, optional, deferrable };
constexpr auto names_of(Necessity) {
    using enum Necessity;
    return std::to_array<base::EnumName<Necessity>>(
        {{required, "required"}, {optional, "optional"}, {deferrable, "deferrable"}});
}

/// 材料形式.
enum class MaterialForm { paper, electronic, either };
constexpr auto names_of(MaterialForm) {
    using enum MaterialForm;
    return std::to_array<base::EnumName<MaterialForm>>(
        {{paper, "paper"}, {electronic, "electronic"}, {either, "either"}});
}

/// 来源渠道.
enum class MaterialSource { applicant, government, intermediary, other };
constexpr auto names_of(MaterialSource) {
    using enum MaterialSource;
    return std::to_array<base::EnumName<MaterialSource>>({{applicant, "applicant"},
                                                          {government, "government"},
                                                          {intermediary, "intermediary"},
                                                          {other, "other"}});
}

/// 证照可信等级 of 国办函〔2016〕108号: A issued by the organ, B verified at a counter, C uploaded, D
/// self-made.
enum class TrustGrade { issued, verified, uploaded, self_made };
constexpr auto names_of(TrustGrade) {
    using enum TrustGrade;
    return std::to_array<base::EnumName<TrustGrade>>(
        {{issued, "A"}, {verified, "B"}, {uploaded, "C"}, {self_made, "D"}});
}

}  // namespace yc::domain
