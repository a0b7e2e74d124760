namespace Clinic.Storage.Turso;

/// <summary>The token in use; never part of a message.</summary>
internal sealed class HranaToken(Func<CancellationToken, ValueTask<string?>>? source)
{
    private volatile string? current;
    private volatile bool asked;

    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (asked || source is null) return current;
        return await RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether there is a token newer than the refused one to try.</summary>
    public async ValueTask<bool> RefreshAfterAsync(string? refused, CancellationToken cancellationToken)
    {
        if (source is null) return false;
        // Another call may have been refused, and have refreshed, in the meantime.
        if (current != refused) return true;
        return await RefreshAsync(cancellationToken).ConfigureAwait(false) != refused;
    }

    private async ValueTask<string?> RefreshAsync(CancellationToken cancellationToken)
    {
        var token = await source!(cancellationToken).ConfigureAwait(false);
        if (token is { Length: 0 }) token = null;
        if (token is not null && token.Any(c => c is <= ' ' or > '~'))
            throw HranaErrors.Of(TursoErrorKind.Authentication, "The auth token holds characters that no token has, such as a line break; nothing was sent.", "TOKEN");
        current = token;
        asked = true;
        return token;
    }
}
