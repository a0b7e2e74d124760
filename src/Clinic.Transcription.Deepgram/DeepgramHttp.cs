namespace Clinic.Transcription.Deepgram;

/// <summary>The client for whole recordings: no redirection, no cookies, its own limit of time for each attempt.</summary>
internal sealed class DeepgramHttp : IDisposable
{
    public DeepgramHttp() => Client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}
