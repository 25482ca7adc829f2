namespace Webhooks.Benchmarks.Load;

/// <summary>A published server and what it is started with beside its ports.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="File">Its absolute path.</param>
/// <param name="Certificates">The folder in which it keeps the certificate of its own, <c>ca.crt</c> among its files.</param>
/// <param name="Arguments">The rest.</param>
internal sealed record Executable(string Name, string File, string Certificates, IReadOnlyList<string> Arguments);
