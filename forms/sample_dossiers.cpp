#include "forms/sample_dossiers.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "core/domain/identity_number.h"
#include "forms/sample_random.h"

namespace yc::forms {

using base::Date;
using domain::Dossier;
using domain::DossierDocument;
using domain::TrustGrade;

namespace {

constexpr uint64_t seed = 450103;
constexpr std::array<const char*, 24> surnames{"韦", "覃", "黄", "农", "蒙", "陆",   "李",   "王",
                                               "张", "刘", "陈", "梁", "莫", "罗",   "卢",   "谭",
                                               "唐", "甘", "闭", "岑", "凌", "欧阳", "上官", "单"};
constexpr std::array<const char*, 8> middles{"示", "样", "虚", "拟", "范", "假", "演", "试"};
constexpr std::array<const char*, 20> lasts{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
                                            "甲", "乙", "丙", "丁", "春", "夏", "秋", "冬", "东", "南"};
/// Names that programs have lost people over: beyond the basic plane, extension A, points, many characters.
constexpr std::array<const char*, 12> hard_names{
    "李示𠮷",
    "王样𬭎",
    "陈示㛃",
    "黄虚𫖯",
    "刘拟𬱖",
    "𠮷示乙",
    "买买提·示范江",
    "阿依古丽·虚构提",
    "迪丽努尔·样本·艾示例",
    "阿卜杜热合曼·示例江·吐尔逊江·虚构提·艾合买提江·样本·买买提示范江",
    "欧阳示䶮",
    "韦样𭄲"};
constexpr std::array<const char*, 16> divisions{"450103", "450103", "450103", "450103", "450103", "450102",
                                                "450105", "450107", "450108", "450123", "450126", "450902",
                                                "440106", "430102", "520103", "653101"};
constexpr std::array<const char*, 5> roads{"示例大道", "样板路", "虚构街", "演示巷", "试用里"};
constexpr std::array<const char*, 4> banks{"示例银行南宁分行", "样板银行青秀支行", "虚构农村商业银行",
                                           "演示邮政储蓄银行"};
constexpr std::array<const char*, 5> educations{"primary", "junior", "senior", "college", "bachelor"};
constexpr std::array<const char*, 4> trades{"餐饮", "商贸", "美容美发", "人力资源"};

/// Builds one dossier; what it adds is registered some days before `today`.
class DossierBuilder {
  public:
    DossierBuilder(SampleRandom& random, Date today, int number)
        : random_(random), today_(today), number_(number) {}

    Dossier person(const std::string& name, std::set<std::string>& numbers);
    Dossier organisation(std::set<std::string>& numbers);

  private:
    std::string citizen_number(Date birth, std::set<std::string>& numbers);
    std::string credit_code(std::set<std::string>& numbers);
    std::string street() {
        return fmt::format("南宁市青秀区{}{}号{}室", random_.pick(roads), 1 + random_.below(200),
                           101 + random_.below(900));
    }
    std::string phone() { return "1990771" + random_.digits(4); }
    base::Instant some_day() {
        return base::at(base::add_days(today_, -30 - random_.below(700)),
                        std::chrono::hours(9) + std::chrono::minutes(random_.below(480)));
    }
    void fact(const char* field, std::string value) {
        const bool verified = random_.chance(70);
        dossier_.facts.push_back(
            {field, std::move(value), "registry", verified ? "clerk1" : "", some_day(), {}});
    }
    void document(const char* type, const char* name, TrustGrade grade, const char* issuer,
                  std::string number, std::optional<Date> valid_until = {}, bool superseded = false) {
        const auto count = dossier_.documents.size() + 1;
        dossier_.documents.push_back({fmt::format("sample-{:03}-{:02}", number_, count),
                                      type,
                                      name,
                                      grade,
                                      issuer,
                                      std::move(number),
                                      valid_until,
                                      {},
                                      "registry",
                                      some_day(),
                                      superseded});
    }
    /// A day on which a document that is mostly good ends: one in ten has expired, one in ten ends within 30
    /// days.
    Date usual_end() {
        const int luck = number_ == 0 ? 5 : random_.below(10);
        if (luck == 0) return base::add_days(today_, -1 - random_.below(400));
        if (luck == 1) return base::add_days(today_, 1 + random_.below(30));
        return base::add_days(today_, 200 + random_.below(3000));
    }
    void person_facts(Date birth, const std::string& name);
    void person_documents(const std::string& number, int age);
    void social_documents(const std::string& number, int age);

    SampleRandom& random_;
    Date today_;
    int number_;
    Dossier dossier_;
};

std::string DossierBuilder::citizen_number(Date birth, std::set<std::string>& numbers) {
    for (;;) {
        const auto first = fmt::format("{}{:04}{:02}{:02}{:03}", random_.pick(divisions),
                                       static_cast<int>(birth.year()), static_cast<unsigned>(birth.month()),
                                       static_cast<unsigned>(birth.day()), 900 + random_.below(100));
        const auto number = first + domain::citizen_check_digit(first);
        if (numbers.insert(number).second) return number;
    }
}

std::string DossierBuilder::credit_code(std::set<std::string>& numbers) {
    for (;;) {
        const auto body = "MA" + random_.digits(6);
        const auto first = (random_.chance(30) ? "92" : "91") + std::string("450103") + body +
                           domain::organisation_check_digit(body);
        const auto code = first + domain::credit_check_digit(first);
        if (numbers.insert(code).second) return code;
    }
}

void DossierBuilder::person_facts(Date birth, const std::string& name) {
    const bool uyghur = name.find("·") != std::string::npos;
    fact("phone", dossier_.party.phone);
    fact("address", dossier_.party.address);
    fact("household_address", random_.chance(70) ? dossier_.party.address : street());
    fact("birth_date", base::to_string(birth));
    fact("ethnicity", uyghur ? "16" : random_.chance(60) ? "08" : "01");
    fact("education", random_.pick(educations));
    fact("marital", random_.chance(70) ? "married" : "single");
    if (number_ == 0 || random_.chance(60)) {
        fact("bank_name", random_.pick(banks));
        fact("bank_account", "6200000000" + random_.digits(9));
    }
}

void DossierBuilder::person_documents(const std::string& number, int age) {
    constexpr const char* police = "南宁市公安局青秀分局";
    if (number_ != 0 && random_.chance(12))
        document("id_card", "居民身份证（旧证）", TrustGrade::verified, police, number,
                 base::add_days(today_, -200 - random_.below(900)), true);
    document("id_card", "居民身份证", random_.chance(60) ? TrustGrade::issued : TrustGrade::verified, police,
             number, age >= 46 ? std::nullopt : std::optional(usual_end()));
    if (number_ == 0 || random_.chance(75))
        document("household_register", "居民户口簿", TrustGrade::verified, police, "");
    if (number_ == 0 || random_.chance(60))
        document("bank_card", "银行卡",
                 number_ == 0 || random_.chance(70) ? TrustGrade::verified : TrustGrade::uploaded,
                 random_.pick(banks), "", usual_end());
    if (number_ == 0 || random_.chance(25)) document("photo", "近期免冠照片", TrustGrade::self_made, "", "");
    if (number.substr(0, 4) != "4501")
        document("residence_permit_card", "居住证", TrustGrade::issued, police, number, usual_end());
    social_documents(number, age);
}

void DossierBuilder::social_documents(const std::string& number, int age) {
    if (age >= 22 && random_.chance(50))
        document("marriage_certificate", "结婚证",
                 random_.chance(80) ? TrustGrade::verified : TrustGrade::uploaded, "南宁市青秀区民政局",
                 fmt::format("J450103-{}-{}", 2000 + random_.below(25), random_.digits(6)));
    if (random_.chance(14)) {
        const auto kind = 1 + random_.below(7), grade = 1 + random_.below(4);
        document("disability_certificate", "残疾人证", TrustGrade::issued, "南宁市青秀区残疾人联合会",
                 fmt::format("{}{}{}", number, kind, grade), usual_end());
        fact("disability_number", fmt::format("{}{}{}", number, kind, grade));
        fact("disability_kind", std::to_string(kind));
        fact("disability_grade", std::to_string(grade));
    }
    if (random_.chance(10))
        document("subsistence_certificate", "最低生活保障证", TrustGrade::issued, "南宁市青秀区民政局",
                 "D450103" + random_.digits(6), usual_end());
    if (age >= 16 && random_.chance(30))
        document("pension_enrolment", "城乡居民基本养老保险参保登记回执", TrustGrade::issued,
                 "南宁市青秀区人力资源和社会保障局", "P450103" + random_.digits(8));
}

Dossier DossierBuilder::person(const std::string& name, std::set<std::string>& numbers) {
    const int years_back = number_ == 0 ? 38 : 18 + random_.below(70);
    const auto birth = base::make_date(2026 - years_back, 1 + static_cast<unsigned>(random_.below(12)),
                                       1 + static_cast<unsigned>(random_.below(28)));
    const auto number = citizen_number(birth, numbers);
    dossier_.party.key = {domain::DocumentKind::citizen_id, number};
    dossier_.party.name = name;
    dossier_.party.phone = phone();
    dossier_.party.address = street();
    dossier_.case_count = number_ == 0 ? 8 : random_.below(9);
    person_facts(birth, name);
    person_documents(number, domain::age_on(birth, today_));
    return std::move(dossier_);
}

Dossier DossierBuilder::organisation(std::set<std::string>& numbers) {
    const auto code = credit_code(numbers);
    const auto representative =
        fmt::format("{}{}{}", random_.pick(surnames), random_.pick(middles), random_.pick(lasts));
    auto& party = dossier_.party;
    party.key = {domain::DocumentKind::credit_code, code};
    party.name = fmt::format("南宁{}{}{}{}{}", random_.pick(middles), random_.pick(lasts), number_,
                             random_.pick(trades), code[1] == '2' ? "店（个体工商户）" : "有限公司");
    party.phone = phone();
    party.address = street();
    party.legal_representative = representative;
    party.contact_name = random_.chance(50) ? representative : std::string("覃示") + random_.pick(lasts);
    dossier_.case_count = random_.below(6);
    fact("business_name", party.name);
    fact("business_address", party.address);
    fact("legal_representative", representative);
    fact("unit_phone", party.phone);
    fact("founded_on", base::to_string(base::make_date(2012 + random_.below(13),
                                                       1 + static_cast<unsigned>(random_.below(12)), 18)));
    document("business_licence", "营业执照", TrustGrade::issued, "南宁市青秀区市场监督管理局", code);
    if (random_.chance(80))
        document("legal_rep_id_card", "法定代表人居民身份证",
                 random_.chance(75) ? TrustGrade::verified : TrustGrade::uploaded, "南宁市公安局青秀分局", "",
                 usual_end());
    if (random_.chance(40)) document("layout_plan", "经营布局图", TrustGrade::uploaded, "", "");
    if (random_.chance(50))
        document("premises_proof", "房屋租赁合同", TrustGrade::verified, "", "", usual_end());
    if (random_.chance(35))
        document("food_licence", "食品经营许可证", TrustGrade::issued, "南宁市青秀区市场监督管理局",
                 "JY2450103" + random_.digits(7), usual_end());
    return std::move(dossier_);
}

}  // namespace

std::vector<Dossier> make_sample_dossiers(Date today) {
    std::vector<Dossier> dossiers;
    std::set<std::string> numbers;
    size_t hard = 0;
    for (int i = 0; i < sample_dossier_count; ++i) {
        SampleRandom random(seed * 1000 + static_cast<uint64_t>(i));
        DossierBuilder builder(random, today, i);
        if (i % 5 == 4) {
            dossiers.push_back(builder.organisation(numbers));
            continue;
        }
        const bool is_hard = i % 9 == 1 && hard < hard_names.size();
        const auto name =
            is_hard ? std::string(hard_names[hard++])
                    : fmt::format("{}{}{}", random.pick(surnames), random.pick(middles), random.pick(lasts));
        dossiers.push_back(builder.person(name, numbers));
    }
    return dossiers;
}

}  // namespace yc::forms
