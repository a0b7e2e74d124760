using Clinic.Abstractions;
using Clinic.Storage.Turso.Transcription.Searching;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clinic.Storage.Turso.Tests;

public sealed class IndexCopyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_database_finds_the_same_words_and_forgets_them_as_well()
    {
        await using var stores = await TursoStores.MakeAsync(withTranscription: true);
        using var folder = new TemporaryFolder();
        var (session, site, person) = (new SessionId(Guid.CreateVersion7()), new SiteId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var index = stores.Get<ITranscriptIndex>();
        await stores.CommitAsync(unit => index.Put(unit, new(IndexKey.Of(session), "Me duele la garganta")
        {
            Session = session,
            Site = site,
            Patient = new PatientId(Guid.CreateVersion7()),
            Physician = person,
            At = stores.Clock.GetCurrentInstant(),
            Version = 1,
        }));
        var (operations, target) = (new TursoOperations(stores.Source, stores.Clock, NullLoggerFactory.Instance), new TursoOptions { DataSource = folder.File("copy.db") });

        var figures = await operations.CopyToAsync(target, cancellationToken: Stop);

        Assert.Equal(await operations.FiguresAsync(cancellationToken: Stop), figures);
        Assert.Contains(figures, f => f.Table == "transcript_index" && f.Rows == 1);
        using var there = new LocalDatabase(target, stores.Source.Sets, NullLogger<LocalDatabase>.Instance);
        var copied = new TursoTranscriptIndex(there);
        var query = new IndexQuery(site, person, SearchExpression.Parse("GARGANTA"));
        Assert.Equal(session, Assert.Single((await copied.SearchAsync(stores.Tenant, query, PageRequest.First, Stop)).Items).Session);
        await there.WriteAsync("DELETE FROM transcript_index WHERE rowid IN (SELECT d.doc FROM transcript_index_documents d WHERE d.tenant_id = ?1)", [stores.Tenant.Value], Stop);
        Assert.Empty((await copied.SearchAsync(stores.Tenant, query, PageRequest.First, Stop)).Items);
        Assert.Empty(await IntegrityCheck.RunAsync(there, Stop));
    }
}
