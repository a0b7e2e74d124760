using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>HTTP requests to one database: token, namespace, limits, errors, and the count of round trips.</summary>
internal sealed class HranaHttp : IDisposable
{
    public const int ConnectSeconds = 5;
    private const int LargestAnswer = 64 * 1024 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HranaSettings settings;
    private readonly HranaToken token;
    private readonly HttpClient client;
    private readonly string? namespaceHeader;
    private long roundTrips;

    public HranaHttp(HranaSettings settings)
    {
        this.settings = settings;
        token = new HranaToken(settings.Token);
        namespaceHeader = settings.Namespace is { } name ? Convert.ToBase64String(Encoding.UTF8.GetBytes(name)).TrimEnd('=') : null;
        client = new HttpClient(Handler(settings)) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    public HranaAddress Address => settings.Address;

    /// <summary>How many requests have been sent.</summary>
    public long RoundTrips => Interlocked.Read(ref roundTrips);

    /// <summary>Sends one request and reads all of its answer.</summary>
    public async Task<T> PostAsync<T>(Uri at, ReadOnlyMemory<byte> body, HranaEffect effect, Func<byte[], T> read, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(at, body, effect, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        // The content is in memory already.
        var answer = await response.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return read(answer);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw HranaHttpErrors.Unreadable(Address, response.Content.Headers.ContentType?.MediaType, effect, e);
        }
    }

    /// <summary>Sends one request; the answer is good, and its body may still be on the way.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        Uri at, ReadOnlyMemory<byte> body, HranaEffect effect, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        var used = await token.GetAsync(cancellationToken).ConfigureAwait(false);
        var response = await SendOnceAsync(at, body, used, effect, until, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && await token.RefreshAfterAsync(used, cancellationToken).ConfigureAwait(false))
        {
            response.Dispose();
            used = await token.GetAsync(cancellationToken).ConfigureAwait(false);
            response = await SendOnceAsync(at, body, used, effect, until, cancellationToken).ConfigureAwait(false);
        }

        if (response.StatusCode == HttpStatusCode.OK) return response;
        using (response)
        {
            var text = await ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false);
            throw HranaHttpErrors.Of(response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, Address, effect);
        }
    }

    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Handler(HranaSettings settings) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = !settings.Address.IsLoopback,
        ConnectTimeout = TimeSpan.FromSeconds(ConnectSeconds),
        MaxConnectionsPerServer = settings.MaxConnections,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        MaxResponseHeadersLength = 64,
        ActivityHeadersPropagator = null,
    };

    private async Task<HttpResponseMessage> SendOnceAsync(
        Uri at, ReadOnlyMemory<byte> body, string? bearer, HranaEffect effect, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, at) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = Json;
        if (bearer is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        if (namespaceHeader is not null) request.Headers.TryAddWithoutValidation("x-namespace-bin", namespaceHeader);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.CommandTimeout.ToTimeSpan());
        Interlocked.Increment(ref roundTrips);
        TursoDiagnostics.RoundTrips.Add(1);
        try
        {
            return await client.SendAsync(request, until, limit.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw HranaHttpErrors.Of(e, Address, effect);
        }
        catch (IOException e)
        {
            throw HranaHttpErrors.Cut(Address, effect, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw limit.IsCancellationRequested ? HranaHttpErrors.TimedOut(Address, effect, e) : HranaHttpErrors.NoConnectionInTime(Address, e);
        }
    }

    private static async Task<byte[]> ErrorBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return [];
        }
    }
}
