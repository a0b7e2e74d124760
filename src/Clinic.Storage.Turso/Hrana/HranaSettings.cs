using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>How a server is spoken to.</summary>
internal sealed record HranaSettings(HranaAddress Address)
{
    /// <summary>Gives the token of today; asked again when the server refuses the one before.</summary>
    public Func<CancellationToken, ValueTask<string?>>? Token { get; init; }

    /// <summary>The namespace on a server that has several; null for the one of the address.</summary>
    public string? Namespace { get; init; }

    public int MaxConnections { get; init; } = 32;

    /// <summary>How long one request may take.</summary>
    public Duration CommandTimeout { get; init; } = Duration.FromSeconds(30);

    /// <summary>How long a read waits for a replica to show what was written before; then it asks without that.</summary>
    public Duration CatchUp { get; init; } = Duration.FromSeconds(5);

    /// <summary>How long requests of which nothing was done are sent again.</summary>
    public Duration Patience { get; init; } = Duration.FromSeconds(10);
}
