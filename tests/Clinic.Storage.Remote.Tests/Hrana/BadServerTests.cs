using Clinic.Servers;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

public class BadServerTests(Servers servers)
{
    private const string Met = """
        {"baton":null,"base_url":null,"results":[{"type":"ok","response":{"type":"execute","result":{"cols":[{"name":"1","decltype":null}],"rows":[[{"type":"integer","value":"1"}]],"affected_row_count":0,"last_insert_rowid":null}}},{"type":"ok","response":{"type":"get_autocommit","is_autocommit":true}},{"type":"ok","response":{"type":"close"}}]}
        """;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Turso_Database_server_is_refused_by_name()
    {
        await using var other = await Servers.OrSkip(TursoDatabaseServer.StartAsync);
        using var client = Clients.Of(other.Url);

        var e = await Clients.FailsAsync(TursoErrorKind.Protocol, () => client.WriteAsync("CREATE TABLE t (id)"));

        Assert.Equal("TURSO_DATABASE", e.Code);
        Assert.Contains("tursodb --sync-server", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>hello</html>", "text/html", TursoErrorKind.Protocol)]
    [InlineData(200, "{}", "application/json", TursoErrorKind.Protocol)]
    [InlineData(200, """{"baton":null,"results":[]}""", "application/json", TursoErrorKind.Protocol)]
    [InlineData(200, """{"baton":null,"results":[{"type":"ok","response":{"type":"close"}},{"type":"ok","response":{"type":"close"}},{"type":"ok","response":{"type":"close"}}]}""", "application/json", TursoErrorKind.Protocol)]
    [InlineData(302, "", "text/html", TursoErrorKind.Protocol)]
    [InlineData(400, "what?", "text/plain", TursoErrorKind.Protocol)]
    [InlineData(404, "Not Found", "text/plain", TursoErrorKind.Protocol)]
    [InlineData(404, """{"error":"Namespace `x` doesn't exist"}""", "application/json", TursoErrorKind.NotFound)]
    [InlineData(401, """{"error":"Unauthorized: SECRET"}""", "application/json", TursoErrorKind.Authentication)]
    [InlineData(403, """{"error":"no"}""", "application/json", TursoErrorKind.Forbidden)]
    [InlineData(413, "", "text/plain", TursoErrorKind.TooBig)]
    [InlineData(429, """{"error":"Timed out while opening database connection"}""", "application/json", TursoErrorKind.TooManyRequests)]
    [InlineData(500, """{"error":"boom"}""", "application/json", TursoErrorKind.Other)]
    [InlineData(503, "", "text/plain", TursoErrorKind.Unreachable)]
    public async Task Whatever_answers_instead_of_a_server_is_a_clear_error_before_anything_is_written(int status, string body, string type, TursoErrorKind kind)
    {
        await using var server = new ScriptedServer(r => r.Path == "/v3/pipeline" ? ScriptedServer.Http(status, body, type) : ScriptedServer.Http(200, "ok", "text/plain"));
        using var client = Clients.Of(server.Url, "token-of-the-test");

        var e = await Clients.FailsAsync(kind, () => client.WriteAsync("DELETE FROM everything"));

        Assert.DoesNotContain(server.Requests, r => r.Body.Contains("DELETE", StringComparison.Ordinal));
        Assert.DoesNotContain("token-of-the-test", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_speaks_no_HTTP_is_a_clear_error()
    {
        await using var server = new ScriptedServer(_ => "220 mail.example.org ESMTP\r\n");
        using var client = Clients.Of(server.Url);

        var e = await Assert.ThrowsAsync<TursoException>(() => client.ReadAsync("SELECT 1"));

        Assert.True(e.Kind is TursoErrorKind.Protocol or TursoErrorKind.Unreachable, $"{e.Kind} {e.Message}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"baton\":null,")]
    public async Task A_write_whose_answer_was_cut_is_of_unknown_outcome_and_is_not_sent_again(string cut)
    {
        await using var server = new ScriptedServer(r => r.Number == 0 ? ScriptedServer.Http(200, Met) : cut);
        using var client = Clients.Of(server.Url);

        await Clients.FailsAsync(TursoErrorKind.UnknownOutcome, () => client.WriteAsync("INSERT INTO t VALUES (1)"));

        Assert.Single(server.Requests, r => r.Body.Contains("INSERT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_whose_answer_was_cut_is_sent_again()
    {
        await using var server = new ScriptedServer(r => r.Number is 1 or 2 ? "" : ScriptedServer.Http(200, r.Number == 0 ? Met : Executed));
        using var client = Clients.Of(server.Url, change: s => s with { Patience = Duration.FromSeconds(5) });

        var result = await client.ReadAsync("SELECT 7");

        Assert.Equal(7, result.Rows[0][0].Number);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_transaction_whose_first_answer_was_cut_is_lost_and_does_not_begin_again()
    {
        await using var server = new ScriptedServer(r => r.Number == 0 ? ScriptedServer.Http(200, Met) : "");
        using var client = Clients.Of(server.Url);
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);

        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => transaction.ExecuteAsync(new HranaStatement("INSERT INTO t VALUES (1)"), Ct));
        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => transaction.ExecuteAsync(new HranaStatement("INSERT INTO t VALUES (2)"), Ct));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_write_that_the_server_could_not_answer_is_of_unknown_outcome(int status)
    {
        await using var server = new ScriptedServer(r => r.Number == 0 ? ScriptedServer.Http(200, Met) : ScriptedServer.Http(status, "", "text/plain"));
        using var client = Clients.Of(server.Url);

        await Clients.FailsAsync(TursoErrorKind.UnknownOutcome, () => client.WriteAsync("INSERT INTO t VALUES (1)"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_was_certainly_not_done_is_sent_again(int status)
    {
        await using var server = new ScriptedServer(r => r.Number is 1 or 2 ? ScriptedServer.Http(status, "", "text/plain") : ScriptedServer.Http(200, r.Number == 0 ? Met : Executed));
        using var client = Clients.Of(server.Url, change: s => s with { Patience = Duration.FromSeconds(5) });

        await client.WriteAsync("INSERT INTO t VALUES (7)");

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        await using var server = new ScriptedServer(r =>
        {
            if (r.Number > 0) Thread.Sleep(700);
            return ScriptedServer.Http(200, Met);
        });
        using var client = Clients.Of(server.Url, change: s => s with { CommandTimeout = Duration.FromMilliseconds(300) });
        await client.MeetAsync(Ct);

        await Clients.FailsAsync(TursoErrorKind.Timeout, () => client.ReadAsync("SELECT 1"));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_clear_error_after_a_bounded_time()
    {
        string url;
        await using (var gone = new ScriptedServer(_ => "")) url = gone.Url;
        using var client = Clients.Of(url);

        var e = await Clients.FailsAsync(TursoErrorKind.Unreachable, () => client.WriteAsync("DELETE FROM t"));

        Assert.True(e.IsTransient);
        Assert.Contains("ConnectionRefused", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_TLS_is_a_clear_error()
    {
        var server = await servers.SingleAsync();
        using var client = Clients.Of(server.Url.Replace("http:", "https:", StringComparison.Ordinal));

        await Clients.FailsAsync(TursoErrorKind.Unreachable, () => client.ReadAsync("SELECT 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"baton":null,"base_url":null}""")]
    [InlineData("{\"baton\":null,\"base_url\":null}\n{\"type\":\"step_begin\",\"step\":0,\"cols\":[{\"name\":\"a\"}]}\n{\"type\":\"row\",\"row\":[{\"type\":\"integer\",\"value\":\"1\"}]}\n")]
    [InlineData("{\"baton\":null,\"base_url\":null}\n{\"type\":\"step_begin\",\"step\":0,\"cols\":[{\"name\":\"a\"}]}\n{\"type\":\"row\",\"row\":[{\"type\":\"inte")]
    public async Task A_cursor_that_stops_before_its_end_is_an_error(string body)
    {
        await using var server = new ScriptedServer(r => r.Path == "/v3/cursor" ? ScriptedServer.Http(200, body, "text/plain") : ScriptedServer.Http(200, Met));
        using var client = Clients.Of(server.Url);

        await Assert.ThrowsAsync<TursoException>(async () =>
        {
            await using var cursor = await client.OpenCursorAsync(new HranaStatement("SELECT a FROM t"), Ct);
            while (await cursor.ReadAsync(Ct))
            {
            }
        });
    }

    private const string Executed = """
        {"baton":null,"base_url":null,"results":[{"type":"ok","response":{"type":"execute","result":{"rows_read":1,"cols":[{"decltype":null,"name":"7"}],"rows":[[{"value":"7","type":"integer"}]],"affected_row_count":0,"last_insert_rowid":12}}},{"type":"ok","response":{"type":"close"}}]}
        """;
}
