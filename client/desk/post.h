#pragma once
#include <functional>

namespace yc::client::desk {

/// Given by the program: runs a function later on the thread that called Workplace::open (the UI thread). It
/// may be called from any thread, never runs the function inside the call, keeps order, and drops what is
/// posted after the window is gone. Every callback of this folder arrives through it; every method is called
/// on that one thread.
using Post = std::function<void(std::function<void()>)>;

}  // namespace yc::client::desk
