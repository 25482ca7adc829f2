namespace Webhooks.Server.Certificates;

/// <summary>A certificate, a key or their file is not fit for use; the message is one line with place and remedy.</summary>
internal sealed class CertificateException(string message, Exception? cause = null) : Exception(message, cause);
