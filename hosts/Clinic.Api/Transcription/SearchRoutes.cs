using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Searching;

namespace Clinic.Api.Transcription;

/// <summary>Words in transcripts and reports of one's own.</summary>
internal static class SearchRoutes
{
    public static void MapTranscriptSearch(this IEndpointRouteBuilder api) => api.MapGroup("").WithTags("Recorded visits").Read(
        "/transcription/search", "Finds words in transcripts and reports of one's own, the best first; every search is in the audit, its words are not.", FindAsync,
        [.. TranscriptionRights.RolesFor(TranscriptionAct.SearchTexts)]);

    private static Task<Page<SearchHit>> FindAsync(SiteReading reading, [AsParameters] SearchFilter filter, [AsParameters] Paged paged, TranscriptSearch search, CancellationToken ct) =>
        search.FindAsync(reading.X, filter.Search, paged.Request, ct);
}
