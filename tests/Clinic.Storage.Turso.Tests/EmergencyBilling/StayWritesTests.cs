using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.EmergencyBilling;

public class StayWritesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE stay_events SET occurred_at = 1")]
    [InlineData("DELETE FROM stay_events")]
    [InlineData("REPLACE INTO stay_events SELECT * FROM stay_events")]
    public async Task The_log_of_a_stay_cannot_be_changed(string sql)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withEmergency: true);
        var at = Instant.FromUtc(2026, 3, 10, 15, 0);
        var stay = EmergencyStay.Restore(new()
        {
            Id = new(Guid.CreateVersion7()),
            Site = new(Guid.CreateVersion7()),
            Zone = "America/Guayaquil",
            Patient = new(Guid.CreateVersion7()),
            Encounter = new(Guid.CreateVersion7()),
            Status = StayStatus.Registered,
            Clinical = ClinicalStatus.Registered,
            Events =
            [
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    Command = new(Guid.CreateVersion7()),
                    Kind = StayEventKind.Registered,
                    OccurredAt = at,
                    RecordedAt = at,
                    By = new(Guid.CreateVersion7()),
                    Role = Role.Reception,
                    Source = StaySource.Reception,
                },
            ],
            Version = 1,
        });
        await stores.CommitAsync(unit => stores.Get<IStayStore>().Add(unit, stay));

        var e = await Assert.ThrowsAsync<TursoException>(() => stores.Source.WriteAsync(sql, [], Stop));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
        Assert.Equal(at, (await stores.Get<IStayStore>().FindAsync(stores.Tenant, stay.Id, Stop))!.RegisteredAt);
    }
}
