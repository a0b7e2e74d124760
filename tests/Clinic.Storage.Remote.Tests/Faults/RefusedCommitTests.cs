using Clinic.Abstractions;
using Clinic.Servers;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Whatever a server refuses a commit for: a clear error, nothing half-written, no token in the text.</summary>
public sealed class RefusedCommitTests(Servers servers)
{
    private static readonly FactKey Fact = new("core.test", Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_expired_is_renewed_by_its_provider_and_the_commit_is_done_once()
    {
        var owner = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = owner.PublicKeyPem });
        var token = owner.Full();
        var asked = 0;
        await using var stores = await RemoteStores.MakeAsync(server.Url, configure: o => o.AuthTokenProvider = _ =>
        {
            asked++;
            return ValueTask.FromResult<string?>(token);
        });
        await stores.CommitAsync(Stage);

        // The server's leeway is a minute, so the next token is one that ended long ago; the one after it is good.
        await using var later = await RemoteStores.MakeAsync(server.Url, configure: o => o.AuthTokenProvider = _ =>
            ValueTask.FromResult<string?>(asked++ % 2 == 1 ? owner.Full(DateTimeOffset.UtcNow.AddHours(-1)) : token));
        await later.CommitAsync(Stage);

        Assert.Equal(2, await stores.CountAsync("credential_attempts"));
    }

    [Fact]
    public async Task A_token_that_expired_and_is_not_renewed_is_a_clear_error()
    {
        var owner = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = owner.PublicKeyPem });
        var good = owner.Full();
        await using var stores = await RemoteStores.MakeAsync(server.Url, configure: o => o.AuthToken = good);
        var expired = owner.Full(DateTimeOffset.UtcNow.AddHours(-1));
        await using var late = await RemoteStores.UnmigratedAsync(server.Url, o => o.AuthToken = expired);

        var e = await RefusedAsync(TursoErrorKind.Authentication, late, stores);

        Assert.DoesNotContain(expired, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_token_reads_and_its_commits_are_forbidden()
    {
        var owner = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = owner.PublicKeyPem });
        var good = owner.Full();
        await using var stores = await RemoteStores.MakeAsync(server.Url, configure: o => o.AuthToken = good);
        var mayRead = owner.ReadOnly();
        await using var reader = await RemoteStores.UnmigratedAsync(server.Url, o => o.AuthToken = mayRead);

        Assert.Equal(0, await reader.CountAsync("commands"));
        var e = await RefusedAsync(TursoErrorKind.Forbidden, reader, stores);

        Assert.DoesNotContain(mayRead, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_another_namespace_finds_nothing()
    {
        var owner = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = owner.PublicKeyPem, Namespaces = true });
        await server.CreateNamespaceAsync("one");
        await server.CreateNamespaceAsync("two");
        var (tokenOne, tokenTwo) = (owner.ForNamespace("one"), owner.ForNamespace("two"));
        await using var one = await RemoteStores.MakeAsync(server.Url, "one", o => o.AuthToken = tokenOne);
        await using var crossing = await RemoteStores.UnmigratedAsync(server.Url, o => (o.Namespace, o.AuthToken) = ("one", tokenTwo));

        var e = await RefusedAsync(TursoErrorKind.NotFound, crossing, one);

        Assert.DoesNotContain(tokenTwo, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocked_writes_are_told_as_such_and_go_on_when_they_are_let_through()
    {
        await using var server = await Servers.OwnAsync(new SqldOptions { Namespaces = true });
        await server.CreateNamespaceAsync("quota");
        await using var stores = await RemoteStores.MakeAsync(server.Url, "quota");
        await server.BlockWritesAsync("quota", true);

        await RefusedAsync(TursoErrorKind.Blocked, stores, stores);
        await server.BlockWritesAsync("quota", false);
        await stores.CommitAsync(Stage);

        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Theory]
    [InlineData(200, """{"baton":null,"base_url":null,"results":[{"type":"error","error":{"message":"Operation was blocked: SQL write operations are forbidden (writes are blocked, do you need to upgrade your plan?)","code":"BLOCKED"}},{"type":"ok","response":{"type":"close"}}]}""", TursoErrorKind.Blocked)]
    [InlineData(403, """{"error":"Operation was blocked: SQL write operations are forbidden","code":"BLOCKED","message":"writes are blocked, do you need to upgrade your plan?"}""", TursoErrorKind.Blocked)]
    [InlineData(429, """{"error":"quota exceeded"}""", TursoErrorKind.TooManyRequests)]
    public async Task A_quota_that_is_used_up_is_a_clear_error_and_nothing_is_written(int status, string body, TursoErrorKind kind)
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        await using var network = new FaultyNetwork(server.Url);
        const string Token = "secret-of-the-test";
        await using var stores = await RemoteStores.MakeAsync(network.Url, space, o => (o.AuthToken, o.BusyTimeout) = (Token, Duration.FromMilliseconds(300)));
        await stores.CommitAsync(_ => { });
        network.Instead = r => r.Body.Contains("INSERT INTO commands", StringComparison.Ordinal) ? ScriptedServer.Http(status, body) : null;

        var e = await RefusedAsync(kind, stores, stores);

        Assert.DoesNotContain(Token, e.ToString(), StringComparison.Ordinal);
        network.Instead = _ => null;
        await stores.CommitAsync(Stage);
        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Fact]
    public async Task The_hundred_and_twenty_ninth_conversation_is_refused_clearly_and_the_next_call_succeeds_when_one_ends()
    {
        await using var server = await Servers.OwnAsync();
        await using var stores = await RemoteStores.MakeAsync(server.Url, configure: o => o.BusyTimeout = Duration.FromMilliseconds(300));
        using var client = Clients.Of(server.Url, change: s => s with { MaxConnections = 128 });
        var streams = Enumerable.Range(0, 128).Select(_ => client.OpenStream()).ToList();
        await Task.WhenAll(streams.Select(s => s.ExecuteAsync(new HranaStatement("SELECT 1"), HranaEffect.Read, Ct)));

        var e = await Clients.FailsAsync(TursoErrorKind.TooManyRequests, () => stores.CommitAsync(Stage));
        await Task.WhenAll(streams.Select(s => s.CloseAsync().AsTask()));
        await stores.CommitAsync(Stage);

        Assert.True(e.IsTransient);
        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Fact]
    public async Task An_answer_of_more_than_ten_megabytes_comes_row_by_row_and_one_value_that_is_too_big_is_a_clear_error()
    {
        await using var stores = await RemoteStores.MakeAsync(servers);

        var rows = await stores.Database.ListAsync(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT hex(zeroblob(500000)) FROM n", [], r => r.Text(0).Length, Ct);

        Assert.Equal(12, rows.Count(r => r == 1_000_000));
        await Clients.FailsAsync(TursoErrorKind.TooBig, () => stores.Database.ListAsync("SELECT zeroblob(9000000)", [], r => r.Blob(0).Length, Ct));
    }

    // The commit is refused as such, and what is stored is as before.
    private static async Task<TursoException> RefusedAsync(TursoErrorKind kind, RemoteStores refused, RemoteStores look)
    {
        var (commands, attempts, audit) = (await look.CountAsync("commands"), await look.CountAsync("credential_attempts"), await look.CountAsync("audit_log"));

        var e = await Clients.FailsAsync(kind, () => refused.CommitAsync(Stage));

        Assert.Equal((commands, attempts, audit), (await look.CountAsync("commands"), await look.CountAsync("credential_attempts"), await look.CountAsync("audit_log")));
        return e;
    }

    private static void Stage(IUnit unit) => TursoUnit.Of(unit).Add(
        "INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES (?1, ?2, 1, 0)", Guard.OneRow(Fact), "t", Guid.NewGuid());
}
