/**
 * C++ of the addon that opens TensorFlow's two libraries before tfjs-node's addon needs them.
 *
 * The small library logs a line while it initialises, which no setting silences in TensorFlow 2.21, so standard error
 * leads nowhere for those 15 ms. The large one takes 0.2 s and opens in a thread while JavaScript loads; the dynamic
 * linker lets tfjs-node's addon wait for it.
 */
export const preloadSource = `#include <dlfcn.h>
#include <fcntl.h>
#include <node_api.h>
#include <pthread.h>
#include <unistd.h>
#include <string>

namespace {

std::string* large_library = nullptr;

void OpenQuietly(const std::string& path) {
  const int kept = dup(STDERR_FILENO);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  dlopen(path.c_str(), RTLD_LAZY);
  if (kept >= 0) {
    dup2(kept, STDERR_FILENO);
    close(kept);
  }
  if (nowhere >= 0) close(nowhere);
}

void* OpenLarge(void*) {
  dlopen(large_library->c_str(), RTLD_LAZY);
  return nullptr;
}

napi_value Preload(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  char folder[4096];
  size_t length = 0;
  if (napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr) != napi_ok || count < 1 ||
      napi_get_value_string_utf8(env, argument, folder, sizeof folder, &length) != napi_ok) {
    napi_throw_type_error(env, nullptr, "preload needs the folder of TensorFlow's libraries");
    return nullptr;
  }
  // once per process, whichever thread asks first; later calls and other workers find the libraries open
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&lock);
  if (large_library == nullptr) {
    OpenQuietly(std::string(folder, length) + "/libtensorflow_framework.so.2");
    large_library = new std::string(std::string(folder, length) + "/libtensorflow_cc.so.2");
    pthread_t thread;
    if (pthread_create(&thread, nullptr, OpenLarge, nullptr) == 0) pthread_detach(thread);
  }
  pthread_mutex_unlock(&lock);
  return nullptr;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_value preload;
  napi_create_function(env, "preload", NAPI_AUTO_LENGTH, Preload, nullptr, &preload);
  napi_set_named_property(env, exports, "preload", preload);
  return exports;
}
`;
