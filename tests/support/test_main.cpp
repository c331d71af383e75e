// The main of every Boost.Test program here but the GUI ones, which run inside the application's loop.
#define BOOST_TEST_MODULE yichuang
#include <boost/test/unit_test.hpp>
