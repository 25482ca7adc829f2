using System.Globalization;

namespace Webhooks.Echo;

/// <summary>What the server is told.</summary>
/// <param name="Port">The TLS port on the loopback interface.</param>
/// <param name="HealthPort">The plain port.</param>
/// <param name="Certificates">The folder that keeps <c>ca.crt</c> and <c>ca.key</c>; made when missing.</param>
/// <param name="WarmUp">How many requests the server sends itself before it is ready; 0 for none, by default as many as <c>webhooks serve</c>.</param>
internal sealed record EchoOptions(int Port, int HealthPort, string Certificates, int WarmUp)
{
    /// <summary>Reads <c>--port N --health-port N --tls-self-signed DIR [--warm-up N]</c>, in any order.</summary>
    /// <exception cref="ArgumentException">An option is missing or unknown.</exception>
    public static EchoOptions Parse(string[] arguments)
    {
        EchoOptions options = new(0, 0, "", 32);
        foreach (string[] pair in arguments.Chunk(2))
        {
            options = pair switch
            {
                ["--port", var value] => options with { Port = Number(value) },
                ["--health-port", var value] => options with { HealthPort = Number(value) },
                ["--tls-self-signed", var value] => options with { Certificates = value },
                ["--warm-up", var value] => options with { WarmUp = Number(value) },
                _ => throw new ArgumentException($"unknown option {string.Join(' ', pair)}"),
            };
        }

        return options is { Port: > 0, HealthPort: > 0, Certificates: not "" }
            ? options
            : throw new ArgumentException("give --port, --health-port and --tls-self-signed");
    }

    private static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
}
