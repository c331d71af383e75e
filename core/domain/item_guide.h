#pragma once
#include <string>
#include <vector>

#include "core/domain/limit.h"

namespace yc::domain {

/// 设定依据: one article that the item or a material rests on.
struct LegalBasis {
    std::string law;      ///< with book-title marks: 《…》
    std::string number;   ///< of the document: （国务院令第746号）
    std::string clause;   ///< 第十六条
    std::string content;  ///< what it says
    friend bool operator==(const LegalBasis&, const LegalBasis&) = default;
};

/// 办理窗口 as the guide prints it.
struct GuideWindow {
    std::string name;
    std::string address;
    std::string hours;
    std::string phone;
    friend bool operator==(const GuideWindow&, const GuideWindow&) = default;
};

/// 常见问题.
struct GuideQuestion {
    std::string question;
    std::string answer;
    friend bool operator==(const GuideQuestion&, const GuideQuestion&) = default;
};

/// 特别程序 that the item knows: its time does not count in the limits when it has a legal basis (行政许可法
/// §45).
struct SpecialProcedure {
    std::string kind;  ///< 听证, 招标, 拍卖, 检验, 检测, 检疫, 鉴定, 专家评审, in words
    Limit limit;
    std::string department;
    std::string description;
    friend bool operator==(const SpecialProcedure&, const SpecialProcedure&) = default;
};

/// What the service guide says beyond what a case needs (GB/T 39046-2020 table 4; GB/T 36114-2018). For
/// reading, printing and exchange: no rule of a case looks here.
struct ItemGuide {
    std::string basic_code;                ///< 基本编码
    std::string handling_item_code;        ///< 业务办理项编码
    std::string organ_code;                ///< 实施主体代码
    std::string organ_nature;              ///< 实施主体性质, in words
    std::string entrusted_by;              ///< 委托部门
    std::string statutory_explanation;     ///< 法定办结时限说明
    std::string promised_explanation;      ///< 承诺办结时限说明
    std::string process;                   ///< 办理流程
    std::string review_standard;           ///< 审查标准
    std::string intermediary;              ///< 中介服务
    std::string number_limit_explanation;  ///< 数量限制说明
    std::string fee_basis;                 ///< 收费依据
    std::string consultation_phone;
    std::string complaint_phone;
    std::string reconsideration;  ///< 行政复议 wording
    std::string litigation;       ///< 行政诉讼 wording
    std::string online_address;
    std::string visit_reason;  ///< 必须现场办理原因
    int visits = 1;            ///< 到办事现场次数
    bool in_hall = true;       ///< 进驻大厅
    bool appointment = false;
    bool by_mail = false;
    bool online = false;
    bool online_payment = false;
    bool self_service = false;  ///< 自助终端
    bool agency = false;        ///< 帮办代办
    std::vector<GuideWindow> windows;
    std::vector<GuideQuestion> questions;
    std::vector<SpecialProcedure> special_procedures;
    friend bool operator==(const ItemGuide&, const ItemGuide&) = default;
};

}  // namespace yc::domain
