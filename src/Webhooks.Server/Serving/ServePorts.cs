namespace Webhooks.Server.Serving;

/// <summary>The ports that a server got.</summary>
/// <param name="Admission">That of the webhooks.</param>
/// <param name="Health">That of probes and metrics.</param>
internal readonly record struct ServePorts(int Admission, int Health);
