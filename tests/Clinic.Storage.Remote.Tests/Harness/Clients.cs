using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Clients for tests: impatient, so that failures are quick.</summary>
internal static class Clients
{
    public static HranaClient Of(string url, string? token = null, Func<HranaSettings, HranaSettings>? change = null)
    {
        var settings = new HranaSettings(HranaAddress.Parse(url))
        {
            Patience = Duration.FromMilliseconds(300),
            CommandTimeout = Duration.FromSeconds(20),
            Token = token is null ? null : _ => ValueTask.FromResult<string?>(token),
        };
        return new HranaClient(change?.Invoke(settings) ?? settings);
    }

    public static Task<HranaResult> ReadAsync(this HranaClient client, string sql, params SqlValue[] values) =>
        client.ExecuteAsync(new HranaStatement(sql, values), HranaEffect.Read, TestContext.Current.CancellationToken);

    public static Task<HranaResult> WriteAsync(this HranaClient client, string sql, params SqlValue[] values) =>
        client.ExecuteAsync(new HranaStatement(sql, values), HranaEffect.Write, TestContext.Current.CancellationToken);

    /// <summary>A table of the test's own in a shared database.</summary>
    public static async Task<string> TableAsync(this HranaClient client, string columns = "id INTEGER PRIMARY KEY, v")
    {
        var name = $"t{Guid.NewGuid():N}";
        await client.WriteAsync($"CREATE TABLE {name} ({columns})");
        return name;
    }

    public static async Task<long> CountAsync(this HranaClient client, string table) => (await client.ReadAsync($"SELECT count(*) FROM {table}")).Rows[0][0].Number;

    public static async Task<TursoException> FailsAsync(TursoErrorKind kind, Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<TursoException>(call);
        Assert.True(e.Kind == kind, $"{e.Kind} {e.Code}: {e.Message}");
        return e;
    }
}
