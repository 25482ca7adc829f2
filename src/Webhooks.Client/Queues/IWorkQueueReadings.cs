namespace Webhooks.Client.Queues;

/// <summary>What metrics read of a queue whatever its keys are.</summary>
internal interface IWorkQueueReadings
{
    int Len { get; }

    long Adds { get; }

    long Retries { get; }

    TimeSpan Unfinished { get; }

    TimeSpan LongestRunning { get; }
}
