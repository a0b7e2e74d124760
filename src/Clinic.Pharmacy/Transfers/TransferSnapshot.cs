using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Transfers;

/// <summary>The whole state of a <see cref="Transfer"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="From">Where the goods left.</param>
/// <param name="Via">The transit location in which they are counted meanwhile.</param>
/// <param name="To">Where they are going.</param>
/// <param name="Sent">When they left.</param>
/// <param name="Lines">The lots, each once, at least one.</param>
/// <param name="Status">Where they are.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record TransferSnapshot(
    TransferId Id, LocationId From, LocationId Via, LocationId To, Instant Sent, IReadOnlyList<TransferLine> Lines, TransferStatus Status, long Version);
