#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "client/store/local_store.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace yc::client::carry {

/// What went into a parcel.
struct Packed {
    int events = 0;
    int pages = 0;
    friend bool operator==(const Packed&, const Packed&) = default;
};

/// Learns the key of this computer's letters when the hub has told its key for the computer
/// (wire::Session::device_key). Only what is made from that key is kept. Errors: the store's.
base::Result<void> learn_key(store::LocalStore& store, const std::string& device_key);

/// Packs what the hub does not have yet: events in order, looks into dossiers, pages. Nothing changes here:
/// when the network comes back first, all of it goes by itself, and the parcel is taken in as a repetition.
/// Errors: parcel.empty, parcel.no_key (nobody has signed in at the hub from this computer since it can be
/// told), file.unwritable, the store's.
base::Result<Packed> pack(store::LocalStore& store, const base::Clock& clock,
                          const std::filesystem::path& file);

/// Hands a letter to the hub and brings its answer.
using Post = std::function<base::Result<std::string>(const std::string& letter)>;

/// Delivers a parcel, anybody's: each letter to the hub, each answer into the file of receipts. What was
/// delivered before a failure stays delivered; deliver it again. Returns the number of letters. Errors: those
/// of LetterFileReader and Post, file.unwritable.
base::Result<int> deliver(const std::filesystem::path& parcel, const std::filesystem::path& receipts,
                          const Post& post);

/// What the receipts said.
struct TakenBack {
    int accepted = 0;
    int refused = 0;
    int pages = 0;
    friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

/// Takes back the receipts of a parcel packed here: what the hub accepted is sent, what it refused is a task.
/// Again is once. Errors: those of LetterFileReader, parcel.no_key, parcel.other_computer, parcel.not_ours
/// (not the hub's answer), parcel.hub_was_set_back (since it answered: what it took in is to be sent again),
/// the store's.
base::Result<TakenBack> take_receipts(store::LocalStore& store, const std::filesystem::path& receipts);

}  // namespace yc::client::carry
