using Clinic.Servers;

namespace Clinic.Storage.Remote.Tests;

public sealed class TokenTests : IAsyncLifetime
{
    private readonly TokenSigner owner = new();
    private SqldServer? server;

    public async ValueTask InitializeAsync() =>
        server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = owner.PublicKeyPem, Namespaces = true });

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_may_write()
    {
        using var client = Client(owner.Full());

        await client.WriteAsync("CREATE TABLE t (id)");
    }

    [Fact]
    public async Task Missing_garbled_expired_and_foreign_tokens_are_refused()
    {
        foreach (var token in new[] { null, "no-token-at-all", owner.Full(DateTimeOffset.UtcNow.AddHours(-1)), new TokenSigner().Full() })
        {
            using var client = Client(token);
            var e = await Clients.FailsAsync(TursoErrorKind.Authentication, () => client.WriteAsync("CREATE TABLE x (id)"));
            if (token is not null) Assert.DoesNotContain(token, e.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_with_a_line_break_is_refused_before_it_is_sent()
    {
        using var client = Client("abc\ndef");

        await Clients.FailsAsync(TursoErrorKind.Authentication, () => client.ReadAsync("SELECT 1"));

        Assert.Equal(0, client.RoundTrips);
    }

    [Fact]
    public async Task A_read_only_token_reads_and_is_forbidden_to_write()
    {
        using (var full = Client(owner.Full())) await full.WriteAsync("CREATE TABLE ro (id)");
        using var client = Client(owner.ReadOnly());

        Assert.Equal(0, await client.CountAsync("ro"));
        await Clients.FailsAsync(TursoErrorKind.Forbidden, () => client.WriteAsync("INSERT INTO ro VALUES (1)"));
        await Clients.FailsAsync(TursoErrorKind.Forbidden, () => client.AtomicAsync([new HranaStatement("INSERT INTO ro VALUES (1)")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_is_good_for_its_namespace_only()
    {
        await server!.CreateNamespaceAsync("one");
        await server.CreateNamespaceAsync("two");
        var token = owner.ForNamespace("one");
        using var one = Client(token, "one");
        using var two = Client(token, "two");

        await one.WriteAsync("CREATE TABLE t (id)");
        await Clients.FailsAsync(TursoErrorKind.NotFound, () => two.WriteAsync("CREATE TABLE t (id)"));
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_again_once()
    {
        var asked = 0;
        using var client = Clients.Of(server!.Url, change: s => s with
        {
            Token = _ => ValueTask.FromResult<string?>(asked++ == 0 ? owner.Full(DateTimeOffset.UtcNow.AddHours(-1)) : owner.Full()),
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.ReadAsync("SELECT 1")));

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_token_that_expires_within_a_transaction_is_renewed_in_it()
    {
        var token = owner.Full();
        using var client = Clients.Of(server!.Url, change: s => s with { Token = _ => ValueTask.FromResult<string?>(token) });
        await client.WriteAsync("CREATE TABLE IF NOT EXISTS renewed (id)");
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(new HranaStatement("INSERT INTO renewed VALUES (1)"), TestContext.Current.CancellationToken);

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await client.CountAsync("renewed"));
    }

    [Fact]
    public async Task Blocked_writes_are_told_as_such()
    {
        await server!.CreateNamespaceAsync("blocked");
        using var client = Client(owner.Full(), "blocked");
        await client.WriteAsync("CREATE TABLE t (id)");
        await server.BlockWritesAsync("blocked", true);

        var e = await Clients.FailsAsync(TursoErrorKind.Blocked, () => client.WriteAsync("INSERT INTO t VALUES (1)"));

        Assert.Contains("maintenance", e.Message, StringComparison.Ordinal);
    }

    private HranaClient Client(string? token, string? space = null) => Clients.Of(server!.Url, token, s => s with { Namespace = space });
}
