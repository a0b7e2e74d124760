namespace Clinic.Storage.Turso;

/// <summary>The first look at a server: whether it is one that keeps the laws this client relies on.</summary>
internal static class HranaMeeting
{
    private const string OldProtocolProbe = """{"requests":[{"type":"close"}]}""";

    /// <exception cref="TursoException">It is none; nothing was written.</exception>
    public static async Task CheckAsync(HranaClient client, CancellationToken cancellationToken)
    {
        using var pipeline = new HranaPipeline();
        pipeline.Execute(new HranaStatement("SELECT 1")).GetAutocommit().Close();
        try
        {
            var answer = await client.PostAsync(client.Settings.Address.Root, pipeline, HranaEffect.Read, cancellationToken).ConfigureAwait(false);
            if (answer.Replies[0].Error is { } error) throw HranaErrors.Of(error);
            if (answer is not { Baton: null, Replies: [{ Result: not null }, { IsAutocommit: true }, { Type: "close" }] }) throw NotOurs(client);
        }
        catch (TursoException e) when (e.Kind is TursoErrorKind.Protocol or TursoErrorKind.Other && !cancellationToken.IsCancellationRequested)
        {
            if (await IsTursoDatabaseAsync(client, cancellationToken).ConfigureAwait(false)) throw TursoDatabase(client, e);
            throw;
        }
    }

    // Its server has one connection for everybody and knows neither conversations nor their end.
    private static async Task<bool> IsTursoDatabaseAsync(HranaClient client, CancellationToken cancellationToken)
    {
        try
        {
            _ = await client.PostTextAsync("v2/pipeline", OldProtocolProbe, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (TursoException e)
        {
            return e.Code == "HTTP_500";
        }
    }

    private static TursoException TursoDatabase(HranaClient client, Exception inner) => HranaErrors.Of(
        TursoErrorKind.Protocol,
        $"{client.Settings.Address} is a Turso Database server (tursodb --sync-server). It shares one connection and one transaction among all callers, " +
        "so this package does not use it. Use Turso Cloud or a libSQL server (sqld), or open its file locally.",
        "TURSO_DATABASE",
        inner: inner);

    private static TursoException NotOurs(HranaClient client) => HranaErrors.Of(
        TursoErrorKind.Protocol, $"{client.Settings.Address} answers, and not as a libSQL server with Hrana 3 does.", "ANSWER");
}
