using Microsoft.Extensions.Logging;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>
/// What texts say that may be replaced: files are read again as time goes by, and a version that is not there or no good is
/// told of once and changes nothing.
/// </summary>
/// <remarks>Thread safe. Nothing of it runs by itself: it looks when it is asked.</remarks>
internal sealed class FollowedSource<T>
    where T : class
{
    /// <summary>How long a change may stay unseen while somebody asks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly PemSource[] _parts;
    private readonly Func<byte[][], T> _parse;
    private readonly ConfigurationSources _sources;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly bool _mayChange;
    private byte[][] _texts = [];
    private T _value;
    private long _looked;
    private string _problem = "";

    /// <param name="parts">The texts.</param>
    /// <param name="parse">What they say. Throws <see cref="ConfigurationException"/>, with a problem that quotes no secret.</param>
    /// <param name="beforehand">What they say until they can be read; <c>null</c>: they must be readable now.</param>
    /// <param name="settings">Files, clock and log.</param>
    /// <exception cref="ConfigurationException">They are not there, or no good.</exception>
    public FollowedSource(PemSource[] parts, Func<byte[][], T> parse, T? beforehand, ApiConnectionSettings settings)
    {
        (_parts, _parse, _sources, _time, _logger) = (parts, parse, settings.Sources, settings.Time, settings.Logger);
        _mayChange = parts.Any(part => part is PemSource.OfFile);
        _looked = _time.GetTimestamp();
        (T? value, string problem) = Read();
        if (value is null && beforehand is null)
        {
            throw new ConfigurationException($"{Name}: {problem}");
        }

        _value = value ?? beforehand!;
        Tell(problem);
    }

    private string Name => string.Join(", ", _parts.Select(part => part.ToString()));

    /// <summary>What they say now: the same object until that changes.</summary>
    public T Current()
    {
        lock (_lock)
        {
            if (_mayChange && _time.GetElapsedTime(_looked) >= Interval)
            {
                LookAgain();
            }

            return _value;
        }
    }

    /// <summary>What they say this very moment: somebody did not take what they said.</summary>
    public T Latest()
    {
        lock (_lock)
        {
            if (_mayChange)
            {
                LookAgain();
            }

            return _value;
        }
    }

    private void LookAgain()
    {
        _looked = _time.GetTimestamp();
        (T? value, string problem) = Read();
        if (value is not null && !ReferenceEquals(value, _value))
        {
            _value = value;
            _logger.Changed(Name);
        }

        Tell(problem);
    }

    private void Tell(string problem)
    {
        if (problem.Length > 0 && problem != _problem)
        {
            _logger.Ignored(Name, problem);
        }

        _problem = problem;
    }

    private (T? Value, string Problem) Read()
    {
        byte[][] texts = new byte[_parts.Length][];
        for (int i = 0; i < _parts.Length; i++)
        {
            if (Read(_parts[i], out texts[i]) is { } problem)
            {
                return (null, _parts.Length > 1 ? $"{_parts[i]}: {problem}" : problem);
            }
        }

        if (_texts.Length == texts.Length && texts.Zip(_texts).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
        {
            return (_value, "");
        }

        try
        {
            T value = _parse(texts);
            _texts = texts;
            return (value, "");
        }
        catch (ConfigurationException problem)
        {
            return (null, problem.Message);
        }
    }

    private string? Read(PemSource part, out byte[] text)
    {
        if (part is PemSource.OfFile file)
        {
            string? problem = _sources.Problem(file.Path, out byte[]? content);
            text = content ?? [];
            return problem;
        }

        text = ((PemSource.Inline)part).Text.ToArray();
        return null;
    }
}
