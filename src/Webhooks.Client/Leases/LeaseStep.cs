namespace Webhooks.Client.Leases;

/// <summary>What is to be done about a Lease. The cases are those below.</summary>
internal abstract record LeaseStep
{
    private LeaseStep()
    {
    }

    /// <summary>Write this, unless somebody wrote first.</summary>
    internal sealed record Write(LeaseRecord Record) : LeaseStep;

    /// <summary>Look again; it may be taken after this time if it stays as it is.</summary>
    internal sealed record Wait(TimeSpan Time) : LeaseStep;

    /// <summary>It is another's, or gone: this is no leader any more.</summary>
    internal sealed record GiveUp : LeaseStep;
}
