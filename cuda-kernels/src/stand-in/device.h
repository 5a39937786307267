// The one device and its primary context.
#pragma once

namespace stand_in {

bool context_retained();

} // namespace stand_in
