#include "core/base/interned_text.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <thread>
#include <vector>

using yc::base::InternedText;

BOOST_AUTO_TEST_SUITE(interned_text_tests)

BOOST_AUTO_TEST_CASE(equal_texts_are_kept_once_and_dropped_with_the_last_holder) {
    const auto before = InternedText::count();
    {
        const InternedText a = "民政局（试一）";
        const InternedText b = std::string("民政局（试一）");
        const InternedText c = a;
        BOOST_TEST((a == b));
        BOOST_TEST(&a.text() == &c.text());
        BOOST_TEST(InternedText::count() == before + 1);
        InternedText moved = "民政局（试二）";
        moved = InternedText("民政局（试三）");
        BOOST_TEST(moved == "民政局（试三）");
        BOOST_TEST(InternedText::count() == before + 2);
    }
    BOOST_TEST(InternedText::count() == before);
}

BOOST_AUTO_TEST_CASE(it_reads_like_a_string) {
    const InternedText nothing, name = "住建局";
    BOOST_TEST(nothing.empty());
    BOOST_TEST(nothing == "");
    BOOST_TEST((InternedText("") == nothing));
    const std::string copied = name;
    BOOST_TEST(copied == "住建局");
    BOOST_TEST(name.size() == 9u);
    BOOST_TEST(!(name == "住建"));
}

BOOST_AUTO_TEST_CASE(threads_make_copy_and_drop_the_same_texts) {
    const auto before = InternedText::count();
    std::vector<std::thread> threads;
    for (unsigned seed = 1; seed <= 4; ++seed)
        threads.emplace_back([seed] {
            std::mt19937 random(seed);
            std::vector<InternedText> held(8);
            for (int i = 0; i < 20000; ++i) {
                auto& one = held[random() % held.size()];
                if (random() % 2)
                    one = "线程" + std::to_string(random() % 3);
                else
                    one = held[random() % held.size()];
            }
        });
    for (auto& thread : threads) thread.join();
    BOOST_TEST(InternedText::count() == before);
}

BOOST_AUTO_TEST_SUITE_END()
