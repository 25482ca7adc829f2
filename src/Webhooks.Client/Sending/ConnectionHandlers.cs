using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Client.Sending;

/// <summary>
/// The handler that requests go through: another one after each change of whom to trust or who to be, so that no connection
/// outlives what it was made with. The one before goes when its last answer has been read.
/// </summary>
/// <remarks>Thread safe.</remarks>
internal sealed class ConnectionHandlers(Func<X509Certificate2Collection?, SslStreamCertificateContext?, HttpMessageHandler> make) : IDisposable
{
    private readonly Lock _lock = new();
    private Handler? _current;
    private bool _isDisposed;

    /// <summary>Borrows it; who has it disposes of the loan.</summary>
    public Loan Borrow(X509Certificate2Collection? trusted, SslStreamCertificateContext? identity)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(ApiConnection));
            if (_current is null || _current.Trusted != trusted || _current.Identity != identity)
            {
                _current?.Return();
                _current = new Handler(new HttpMessageInvoker(make(trusted, identity)), trusted, identity);
            }

            return _current.Lend();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _current?.Return();
            }
        }
    }

    /// <summary>The right to use a handler for a while.</summary>
    internal sealed class Loan(Handler handler) : IDisposable
    {
        private Handler? _handler = handler;

        public HttpMessageInvoker Invoker { get; } = handler.Invoker;

        public void Dispose() => Interlocked.Exchange(ref _handler, null)?.Return();
    }

    /// <summary>A handler, with a count of those who need it: at first, that it is the current one.</summary>
    internal sealed class Handler(HttpMessageInvoker invoker, X509Certificate2Collection? trusted, SslStreamCertificateContext? identity)
    {
        private int _users = 1;

        public HttpMessageInvoker Invoker => invoker;

        public X509Certificate2Collection? Trusted => trusted;

        public SslStreamCertificateContext? Identity => identity;

        public Loan Lend()
        {
            Interlocked.Increment(ref _users);
            return new Loan(this);
        }

        public void Return()
        {
            if (Interlocked.Decrement(ref _users) == 0)
            {
                invoker.Dispose();
            }
        }
    }
}
