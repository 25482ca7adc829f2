using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Server.Metrics;
using Webhooks.Server.Telemetry;

namespace Webhooks.FunctionalTests.Telemetry;

/// <summary>The server's assembly once more, in a context that notes which other assemblies it comes to need.</summary>
internal sealed class LoadedAgain : AssemblyLoadContext
{
    private readonly Assembly _server;
    private readonly List<string> _requested = [];

    public LoadedAgain()
        : base(nameof(LoadedAgain)) => _server = LoadFromAssemblyPath(typeof(TelemetryExport).Assembly.Location);

    /// <summary>The names of the assemblies that were asked for so far.</summary>
    public IReadOnlyList<string> Requested => _requested;

    /// <summary>Calls <see cref="TelemetryExport.Start"/> of that assembly.</summary>
    public IAsyncDisposable? Start(KeyValuePair<string, string>[] variables) => (IAsyncDisposable?)Same(typeof(TelemetryExport))
        .GetMethod(nameof(TelemetryExport.Start))!
        .Invoke(null, [Activator.CreateInstance(Same(typeof(OtelVariables)), [variables]), Activator.CreateInstance(Same(typeof(MetricRegistry))), "1.2.3", NullLoggerFactory.Instance]);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        _requested.Add(assemblyName.Name!);
        return null;
    }

    private Type Same(Type type) => _server.GetType(type.FullName!, throwOnError: true)!;
}
