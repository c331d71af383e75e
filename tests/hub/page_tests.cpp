#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/wire/json_text.h"
#include "hub/api/byte_range.h"
#include "hub/api/upload_metadata.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using namespace std::chrono_literals;
using domain::EventKind;

namespace {

struct Fixture : tests::HubPlace {
    Fixture() : counter(sign_in("clerk1", "device-1", "qx-1")), office(sign_in("h1", "device-2")) {}

    hub::api::Response create(const std::string& name, size_t length) {
        return ask("POST", "/v1/uploads", counter, {},
                   {{"tus-resumable", "1.0.0"},
                    {"upload-length", std::to_string(length)},
                    {"upload-metadata", "filename YQ==,sha256 " + base::to_base64(name)}});
    }
    std::string begin(const std::string& bytes) {
        return header(create(base::sha256_hex(bytes), bytes.size()), "Location");
    }
    hub::api::Response append(const std::string& location, size_t offset, const std::string& bytes) {
        return ask("PATCH", location, counter, bytes,
                   {{"tus-resumable", "1.0.0"},
                    {"upload-offset", std::to_string(offset)},
                    {"content-type", "application/offset+octet-stream"}});
    }
    hub::api::Response state(const std::string& location, const std::string& token) {
        return ask("HEAD", location, token, {}, {{"tus-resumable", "1.0.0"}});
    }
    static std::string header(const hub::api::Response& response, const std::string& name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return {};
    }
    std::string read(const hub::api::Response& response) {
        std::string out;
        const auto& part = response.page.value();
        while (static_cast<int64_t>(out.size()) < part.length)
            out += api->read_page(part.sha256, part.offset + static_cast<int64_t>(out.size())).value();
        return out.substr(0, static_cast<size_t>(part.length));
    }

    std::string counter;
    std::string office;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page_tests, Fixture)

BOOST_AUTO_TEST_CASE(an_upload_whose_last_bytes_came_before_a_crash_is_finished_when_asked_for) {
    const std::string bytes = "all of a page";
    const std::string name = base::sha256_hex(bytes);
    const std::string location = begin(bytes);
    const std::string id = location.substr(location.rfind('/') + 1);
    BOOST_REQUIRE(store->append_upload(id, 0, bytes));  // … and there the hub died
    reopen();
    const auto told = state(location, counter);
    BOOST_TEST(told.status == 200);
    BOOST_TEST(header(told, "Upload-Offset") == std::to_string(bytes.size()));
    BOOST_TEST(store->missing_pages({name}).value().empty());  // a client that reads this sends no more
}

BOOST_AUTO_TEST_CASE(an_upload_goes_on_where_it_stopped) {
    const std::string bytes = base::random_bytes(700'000);
    const std::string location = begin(bytes);
    BOOST_TEST(header(append(location, 0, bytes.substr(0, 300'000)), "Upload-Offset") == "300000");
    reopen();
    const auto stands = state(location, counter);
    BOOST_TEST(stands.status == 200);
    BOOST_TEST(header(stands, "Upload-Offset") == "300000");
    BOOST_TEST(header(stands, "Upload-Length") == "700000");
    const auto wrong = append(location, 299'999, bytes.substr(299'999));
    BOOST_TEST(wrong.status == 409);
    BOOST_TEST(append(location, 300'000, bytes.substr(300'000)).status == 204);
    const std::string page = "/v1/pages/" + base::sha256_hex(bytes);
    BOOST_TEST((read(ask("GET", page, counter)) == bytes));
    const auto part = ask("GET", page, counter, {}, {{"range", "bytes=262140-262150"}});
    BOOST_TEST(part.status == 206);
    BOOST_TEST(header(part, "Content-Range") == "bytes 262140-262150/700000");
    BOOST_TEST((read(part) == bytes.substr(262'140, 11)));
    BOOST_TEST(ask("GET", page, counter, {}, {{"range", "bytes=700000-"}}).status == 416);
}

BOOST_AUTO_TEST_CASE(what_does_not_have_its_digest_is_dropped) {
    const std::string location = header(create(base::sha256_hex("announced"), 4), "Location");
    const auto answer = append(location, 0, "else");
    BOOST_TEST(answer.status == 460);
    BOOST_TEST(code_of(answer) == "page.digest_mismatch");
    BOOST_TEST(state(location, counter).status == 404);
    BOOST_TEST(store->figures(clock.now())->pages == 0);
}

BOOST_AUTO_TEST_CASE(the_same_page_twice_is_kept_once) {
    upload(counter, "page");
    upload(office, "page");
    BOOST_TEST(store->figures(clock.now())->pages == 1);
    BOOST_TEST(ask("GET", "/v1/pages/" + base::sha256_hex("page"), office).status == 200);
}

BOOST_AUTO_TEST_CASE(bad_uploads_are_refused) {
    BOOST_TEST(code_of(create(base::sha256_hex("x"), (32 << 20) + 1)) == "page.too_large");
    BOOST_TEST(code_of(create("not a digest", 1)) == "upload.bad_request");
    const std::string location = begin("12345");
    BOOST_TEST(code_of(append(location, 0, "123456")) == "upload.wrong_offset");
    BOOST_TEST(code_of(ask("HEAD", location, counter)) == "upload.tus_version");
    BOOST_TEST(code_of(state(location, office)) == "upload.unknown");
    BOOST_TEST(code_of(state("/v1/uploads/none", counter)) == "upload.unknown");
    clock.advance(7 * 24h + 1s);
    BOOST_TEST(state(location, sign_in("clerk1", "device-1")).status == 404);
}

BOOST_AUTO_TEST_CASE(only_those_who_have_to_do_with_it_see_a_page) {
    const std::string page = upload(counter, "a page of a case");
    const std::string path = "/v1/pages/" + page;
    BOOST_TEST(code_of(ask("GET", path, office)) == "page.not_available");
    tests::CaseOfDevices errand(*this);
    auto registered = errand.next(EventKind::register_case, tests::clerk());
    registered.body.materials[0].pages = {page};
    push(counter, {registered});
    BOOST_TEST(ask("GET", path, office).status == 404);
    push(counter, {errand.next(EventKind::receive, tests::clerk())});
    BOOST_TEST(ask("GET", path, office).status == 200);
    auto stranger = tests::supervisor();
    stranger.user = stranger.name = "h2";
    stranger.hall = "xz";
    put_user(stranger);
    const std::string other = sign_in("h2", "device-3");
    BOOST_TEST(ask("GET", path, other).status == 404);
    const auto looked =
        ask("POST", "/v1/dossiers/lookup", other,
            R"({"kind":"citizen_id","number":"11010519491231002X","purpose":"review","reason":"督查"})");
    BOOST_TEST(looked.status == 200);
    BOOST_TEST(ask("GET", path, other).status == 200);
}

BOOST_AUTO_TEST_CASE(missing_pages_are_named) {
    const std::string here = upload(counter, "here");
    const std::string gone = base::sha256_hex("gone");
    const auto answer = json("POST", "/v1/pages/missing", counter, wire::to_text({{"pages", {here, gone}}}));
    BOOST_TEST((answer["missing"] == nlohmann::json::array({gone})));
}

BOOST_AUTO_TEST_CASE(ranges_are_read_as_the_standard_says) {
    const auto range = [](const char* header) {
        const auto read = hub::api::read_range(header, 100);
        if (!read) return read.error().code;
        return std::to_string(read->offset) + "+" + std::to_string(read->length) + (read->partial ? "p" : "");
    };
    BOOST_TEST(range("") == "0+100");
    BOOST_TEST(range("bytes=0-0") == "0+1p");
    BOOST_TEST(range("bytes=90-200") == "90+10p");
    BOOST_TEST(range("bytes=99-") == "99+1p");
    BOOST_TEST(range("bytes=-5") == "95+5p");
    BOOST_TEST(range("bytes=-500") == "0+100p");
    BOOST_TEST(range("bytes=100-") == "page.bad_range");
    BOOST_TEST(range("bytes=5-4") == "page.bad_range");
    BOOST_TEST(range("bytes=-0") == "page.bad_range");
    BOOST_TEST(range("bytes=0-1,5-6") == "0+100");
    BOOST_TEST(range("lines=1-2") == "0+100");
    BOOST_TEST(range("bytes=a-b") == "0+100");
}

BOOST_AUTO_TEST_SUITE_END()
