using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Webhooks.Echo;

/// <summary>As little as ASP.NET Core lets a server do: TLS, one route, the body sent back.</summary>
internal static class EchoServer
{
    /// <summary>Serves until the process is told to end.</summary>
    /// <returns>0.</returns>
    public static async Task<int> Run(EchoOptions options)
    {
        bool isReady = false;
        using X509Certificate2 certificate = SelfSignedCertificate.In(options.Certificates);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.HealthPort);
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.UseHttps(certificate));
        });
        await using WebApplication application = builder.Build();
        application.UseRouting();
        application.MapPost("/{**path}", Echo);
        application.MapGet("/readyz", context => Ready(context, Volatile.Read(ref isReady)));
        application.MapGet("/metrics", Metrics);
        await application.StartAsync();
        await WarmUp.Send(options, certificate);
        Volatile.Write(ref isReady, true);
        await application.WaitForShutdownAsync();
        return 0;
    }

    private static async Task Echo(HttpContext context)
    {
        if (context.Request.ContentLength is not { } length)
        {
            context.Response.StatusCode = StatusCodes.Status411LengthRequired;
            return;
        }

        byte[] body = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            await Read(context.Request.BodyReader, body);
            context.Response.ContentType = context.Request.ContentType;
            context.Response.ContentLength = length;
            await context.Response.BodyWriter.WriteAsync(body.AsMemory(0, (int)length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static async ValueTask Read(PipeReader reader, Memory<byte> body)
    {
        while (true)
        {
            ReadResult read = await reader.ReadAsync();
            read.Buffer.CopyTo(body.Span);
            body = body[(int)read.Buffer.Length..];
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static Task Ready(HttpContext context, bool isReady)
    {
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private static Task Metrics(HttpContext context) => context.Response.WriteAsync(string.Create(
        CultureInfo.InvariantCulture, $"dotnet_gc_allocated_bytes_total {GC.GetTotalAllocatedBytes(precise: true)}\n"));
}
