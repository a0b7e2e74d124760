using System.Text;
using Clinic.Abstractions;
using Clinic.Storage.Turso;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Transcription;

/// <summary>The index of a clinic with many transcripts of one physician, in a file of its own.</summary>
public sealed class BenchIndex : IDisposable
{
    private const int PerCommit = 2_000;
    private const int WordsOfText = 24;
    private const int Vocabulary = 4_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-bench-index-");
    private readonly ServiceProvider services;

    private BenchIndex()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddSingleton(TextKeyRing.Random());
        collection.AddClinicTranscription().UseTurso(o =>
        {
            o.DataSource = Path;
            o.Synchronous = TursoSynchronous.Normal;
        });
        services = collection.BuildServiceProvider();
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "clinic.db");

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    public PersonId Physician { get; } = new(Guid.CreateVersion7());

    public ITranscriptIndex Index => services.GetRequiredService<ITranscriptIndex>();

    public static async Task<BenchIndex> BuildAsync(int texts)
    {
        var bench = new BenchIndex();
        await bench.services.GetRequiredService<TursoMigrator>().UpAsync(CancellationToken.None);
        var random = new Random(7);
        var (work, patient, at) = (bench.services.GetRequiredService<IUnitOfWork>(), new PatientId(Guid.CreateVersion7()), Instant.FromUtc(2026, 1, 1, 0, 0));
        for (var done = 0; done < texts; done += PerCommit)
        {
            await work.RunAsync(new(bench.Tenant, bench.Site, Actor.System, "bench", new(Guid.CreateVersion7())), new Fill(), (unit, _) =>
            {
                for (var i = 0; i < PerCommit; i++)
                {
                    var session = new Clinic.Transcription.Sessions.SessionId(Guid.CreateVersion7());
                    bench.Index.Put(unit, new(IndexKey.Of(session), AText(random)) { Session = session, Site = bench.Site, Patient = patient, Physician = bench.Physician, At = at, Version = 1 });
                }

                unit.Audit("bench.filled", new("bench", Guid.CreateVersion7()));
                return Task.FromResult(PerCommit);
            });
        }

        await bench.Index.SweepAsync(bench.Tenant, CancellationToken.None);
        return bench;
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Delete(recursive: true);
    }

    // Few words often, many seldom, as in speech.
    private static string AText(Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < WordsOfText; i++) text.Append('w').Append((int)(Vocabulary * Math.Pow(random.NextDouble(), 4))).Append(' ');
        return text.ToString();
    }

    private sealed record Fill : ICommand<int>
    {
        public string Name => "bench.fill";

        public void Describe(IPayloadWriter payload) => payload.Write("texts", "more");
    }
}
