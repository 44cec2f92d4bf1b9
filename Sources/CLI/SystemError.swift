import Foundation

/// Why something that was asked of the system failed, in words.
enum SystemError {
  /// Foundation's error has the system's inside it.
  static func reason(_ error: any Error) -> String {
    let cause = cause(of: error)
    // By domain and number, for not every error of the system can be cast to its own type.
    let words =
      switch cause.domain {
      case NSPOSIXErrorDomain: POSIXErrorCode(rawValue: Int32(clamping: cause.code)).map(words)
      case NSCocoaErrorDomain: words(CocoaError.Code(rawValue: cause.code))
      default: String?.none
      }
    return words ?? error.localizedDescription
  }

  /// The system's number of an error; nil if it has none.
  static func code(_ error: any Error) -> Int32? {
    let cause = cause(of: error)
    return cause.domain == NSPOSIXErrorDomain ? Int32(clamping: cause.code) : nil
  }

  private static func cause(of error: any Error) -> NSError {
    let error = error as NSError
    return (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
  }

  /// The reason that a number of the system's stands for.
  static func reason(code: Int32) -> String {
    POSIXErrorCode(rawValue: code).map(words) ?? "error \(code)"
  }

  private static func words(_ code: POSIXErrorCode) -> String {
    switch code {
    case .ENOSPC, .EDQUOT: "the disk is full"
    case .EFBIG: "it would be larger than is allowed"
    case .EBADF: "it is closed"
    case .EPIPE: "its reader went away"
    case .EACCES, .EPERM: "permission denied"
    case .EAGAIN, .ENOMEM: "the system has no room for it"
    case .EROFS: "the disk is read-only"
    case .ENOENT, .ENOTDIR: "the folder is gone"
    default: "error \(code.rawValue)"
    }
  }

  private static func words(_ code: CocoaError.Code) -> String? {
    switch code {
    case .fileWriteOutOfSpace: "the disk is full"
    case .fileWriteNoPermission: "permission denied"
    case .fileWriteVolumeReadOnly: "the disk is read-only"
    case .fileNoSuchFile: "the folder is gone"
    case .fileWriteUnknown: "the system does not say why"
    default: nil
    }
  }
}
