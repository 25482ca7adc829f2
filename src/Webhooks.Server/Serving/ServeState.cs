namespace Webhooks.Server.Serving;

/// <summary>How far the server is, for its probes. Thread safe.</summary>
internal sealed class ServeState
{
    private volatile bool _isListening;
    private volatile bool _isWarm;
    private volatile bool _isStopping;

    /// <summary>Whether the port of the webhooks is open.</summary>
    public bool IsListening { get => _isListening; set => _isListening = value; }

    /// <summary>Whether its code has run often enough not to keep the first caller waiting.</summary>
    public bool IsWarm { get => _isWarm; set => _isWarm = value; }

    /// <summary>Whether it was told to stop.</summary>
    public bool IsStopping { get => _isStopping; set => _isStopping = value; }
}
