using Clinic.Servers;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Stands before a real server and does to chosen requests what a bad network does.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string target;
    private readonly ScriptedServer front;

    public FaultyServer(string target)
    {
        this.target = target;
        front = new ScriptedServer(Answer);
    }

    public string Url => front.Url;

    public IReadOnlyList<ScriptedRequest> Requests => front.Requests;

    /// <summary>What happens to a request; nothing bad unless a test says so.</summary>
    public Func<ScriptedRequest, Fault> Judge { get; set; } = _ => Fault.None;

    public async ValueTask DisposeAsync()
    {
        await front.DisposeAsync();
        http.Dispose();
    }

    private string Answer(ScriptedRequest request) => Judge(request) switch
    {
        Fault.CutBefore => "",
        Fault.CutAfter => Forward(request) is var _ ? "" : "",
        Fault.CutInTheMiddle => Forward(request)[..^20],
        Fault.Twice => Forward(request) is var _ ? Forward(request) : "",
        _ => Forward(request),
    };

    private string Forward(ScriptedRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, target + request.Path) { Content = new StringContent(request.Body) };
        foreach (var header in request.Headers.Where(h => h.StartsWith("x-namespace-bin:", StringComparison.OrdinalIgnoreCase)))
            message.Headers.TryAddWithoutValidation("x-namespace-bin", header.Split(':')[1].Trim());
        using var answer = http.Send(message);
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return ScriptedServer.Http((int)answer.StatusCode, reader.ReadToEnd(), answer.Content.Headers.ContentType?.MediaType ?? "text/plain");
    }
}
