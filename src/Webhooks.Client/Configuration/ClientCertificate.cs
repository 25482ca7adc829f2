namespace Webhooks.Client.Configuration;

/// <summary>A certificate to show to the API server, and its key.</summary>
/// <param name="Certificate">The certificate, with those that lead to its authority.</param>
/// <param name="Key">The private key.</param>
public sealed record ClientCertificate(PemSource Certificate, PemSource Key);
