using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Bridges.Tests.Mail;

/// <summary>A mail server on the loopback that answers as the test says and keeps what it was sent.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> mails = [];
    private readonly List<string> commands = [];
    private readonly Task serving;

    public ScriptedSmtpServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The answer to the recipients; 250 takes them.</summary>
    public string OnRecipient { get; set; } = "250 OK";

    /// <summary>Whether the server never answers.</summary>
    public bool IsSilent { get; set; }

    public IReadOnlyList<string> Mails => mails;

    public IReadOnlyList<string> Commands => commands;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        if (IsSilent) await Task.Delay(Timeout.Infinite, stop.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await SayAsync(stream, "220 scripted");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            commands.Add(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            await SayAsync(stream, verb switch { "EHLO" => "250-scripted\r\n250 8BITMIME", "RCPT" => OnRecipient, "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" });
            if (verb == "DATA") await KeepAsync(reader, stream);
            if (verb == "QUIT") return;
        }
    }

    private async Task KeepAsync(StreamReader reader, NetworkStream stream)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".") mail.AppendLine(line);
        mails.Add(mail.ToString());
        await SayAsync(stream, "250 kept");
    }

    private async Task SayAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), stop.Token);
}
