using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>The rows of one statement as they arrive. Dispose it, also after an error.</summary>
internal sealed class HranaCursor : IAsyncDisposable
{
    private readonly HranaStream stream;
    private readonly HranaEffect effect;
    private readonly bool closes;
    private readonly HttpResponseMessage response;
    private readonly HranaLines lines;
    private long? index;
    private bool ended;

    private HranaCursor(HranaStream stream, HranaEffect effect, bool closes, HttpResponseMessage response, HranaLines lines)
    {
        this.stream = stream;
        this.effect = effect;
        this.closes = closes;
        this.response = response;
        this.lines = lines;
    }

    public IReadOnlyList<HranaColumn> Columns { get; private set; } = [];

    /// <summary>The row at which it stands.</summary>
    public SqlValue[] Current { get; private set; } = [];

    /// <summary>Rows changed; known at the end.</summary>
    public long Affected { get; private set; }

    public long? LastInsertRowId { get; private set; }

    /// <summary>Sends the request and reads up to the columns.</summary>
    public static async Task<HranaCursor> OpenAsync(
        HranaStream stream, IReadOnlyList<HranaStep> steps, HranaEffect effect, bool closes, CancellationToken cancellationToken)
    {
        HranaCursor? cursor = null;
        try
        {
            var index = effect == HranaEffect.Read ? stream.Client.Progress.Seen : null;
            var response = await stream.Client.PostCursorAsync(stream.Root, HranaPipeline.Cursor(stream.Baton, steps, index), effect, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            cursor = new HranaCursor(stream, effect, closes, response, new HranaLines(body)) { index = index };
            var head = await cursor.NextLineAsync(cancellationToken).ConfigureAwait(false) ?? throw cursor.Cut();
            cursor.Head(head.Span);
            await cursor.BeginAsync(cancellationToken).ConfigureAwait(false);
            return cursor;
        }
        catch
        {
            if (cursor is not null) await cursor.DisposeAsync().ConfigureAwait(false);
            else stream.Forget();
            throw;
        }
    }

    /// <summary>Goes to the next row; false at the end. An answer that stops before its end is an error.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!ended)
        {
            var line = await NextLineAsync(cancellationToken).ConfigureAwait(false) ?? throw Cut();
            var entry = Entry(line.Span, Columns.Count);
            switch (entry.Type)
            {
                case "row":
                    Current = entry.Row!;
                    return true;
                case "step_end":
                    Affected = entry.Affected;
                    LastInsertRowId = entry.LastInsertRowId;
                    await DrainAsync(cancellationToken).ConfigureAwait(false);
                    return false;
                case "step_error" or "error":
                    throw await FailedAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }

        return false;
    }

    /// <summary>All rows.</summary>
    public async IAsyncEnumerable<SqlValue[]> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken).ConfigureAwait(false)) yield return Current;
    }

    /// <summary>Ends it; one that was not read to its end ends its conversation too.</summary>
    public async ValueTask DisposeAsync()
    {
        lines.Dispose();
        response.Dispose();
        if (!ended) stream.Forget();
        if (closes) await stream.CloseAsync().ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        while (await NextLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            var entry = Entry(line.Span, 0);
            index = null;
            if (entry.Type is "step_error" or "error") throw await FailedAsync(entry, cancellationToken).ConfigureAwait(false);
            if (entry.Type == "step_begin")
            {
                Columns = entry.Columns;
                return;
            }
        }

        if (effect != HranaEffect.Uncommitted) throw Cut();
        throw HranaErrors.Lost("the server took it away, because it was open for too long while somebody waited.");
    }

    private async Task<TursoException> FailedAsync(HranaCursorEntry entry, CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        return HranaErrors.Of(entry.Error ?? new HranaError("The cursor failed.", ""));
    }

    // What follows the last step is of no use here, but the connection is, once it is read.
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await NextLineAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
        }

        ended = true;
    }

    private async ValueTask<ReadOnlyMemory<byte>?> NextLineAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var settings = stream.Client.Settings;
        limit.CancelAfter((index is null ? settings.CommandTimeout : NodaTime.Duration.Min(settings.CatchUp, settings.CommandTimeout)).ToTimeSpan());
        try
        {
            return await lines.NextAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Cut(e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw index is null ? HranaHttpErrors.TimedOut(settings.Address, effect, e) : stream.Client.FellBehind(e);
        }
    }

    private void Head(ReadOnlySpan<byte> line)
    {
        try
        {
            var entry = HranaCursorEntry.Read(line, 0);
            stream.Continue(entry.Baton, entry.BaseUrl);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Unreadable(e);
        }
    }

    private HranaCursorEntry Entry(ReadOnlySpan<byte> line, int columns)
    {
        try
        {
            return HranaCursorEntry.Read(line, columns);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Unreadable(e);
        }
    }

    private static bool IsUnreadable(Exception e) => e is JsonException or FormatException or InvalidOperationException or OverflowException;

    private TursoException Unreadable(Exception e) =>
        HranaHttpErrors.Unreadable(stream.Client.Settings.Address, response.Content.Headers.ContentType?.MediaType is "text/html" ? "text/html" : null, effect, e);

    private TursoException Cut(Exception? inner = null) => HranaHttpErrors.Cut(stream.Client.Settings.Address, effect, inner);
}
