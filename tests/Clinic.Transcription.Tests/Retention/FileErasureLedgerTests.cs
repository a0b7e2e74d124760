using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Tests.Retention;

public sealed class FileErasureLedgerTests
{
    [Fact]
    public async Task Entries_stay_in_their_order_and_a_torn_line_says_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("erasures").FullName;
        try
        {
            var (tenant, at) = (new TenantId(Guid.CreateVersion7()), Instant.FromUtc(2026, 3, 1, 10, 0));
            ErasureEntry[] entries =
            [
                new(new(Guid.CreateVersion7()), SessionStatus.ConsentWithdrawn, at) { Giver = ConsentGiver.Guardian, Manner = ConsentManner.Verbal },
                new(new(Guid.CreateVersion7()), SessionStatus.Purged, at + Duration.FromHours(1)),
                new(new(Guid.CreateVersion7()), SessionStatus.Transcribed, at) { Decision = new(Guid.CreateVersion7()), Scopes = ConsentScope.AiDraft | ConsentScope.Keep, Giver = ConsentGiver.Patient },
            ];
            using (var ledger = new FileErasureLedger(folder))
            {
                await ledger.AddAsync(tenant, entries[0], TestContext.Current.CancellationToken);
                await ledger.AddAsync(tenant, entries[0] with { Status = SessionStatus.Cancelled }, TestContext.Current.CancellationToken);
            }

            await File.AppendAllTextAsync(Directory.EnumerateFiles(folder).Single(), "\n{\"session\":\"018f", TestContext.Current.CancellationToken);
            entries = [.. entries, entries[2] with { Decision = new(Guid.CreateVersion7()) }];
            using (var ledger = new FileErasureLedger(folder))
            {
                foreach (var entry in entries) await ledger.AddAsync(tenant, entry, TestContext.Current.CancellationToken);
            }

            using var again = new FileErasureLedger(folder);
            Assert.Equal(entries, await again.ListAsync(tenant, TestContext.Current.CancellationToken));
            Assert.Empty(await again.ListAsync(new(Guid.CreateVersion7()), TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
