using Webhooks.Server.Health;

namespace Webhooks.Server.Templates;

/// <summary>Where templates come from: a folder, or a cluster. It puts in force what it finds, for as long as it runs.</summary>
internal interface ITemplateSource
{
    /// <summary>Whether all templates have been seen, and how they stand. Quick and without I/O.</summary>
    HealthState State { get; }

    /// <summary>Follows the changes until cancelled.</summary>
    Task RunAsync(CancellationToken cancellation);
}
