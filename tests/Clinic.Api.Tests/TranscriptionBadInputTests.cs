using System.Buffers.Binary;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>What should not come in and should not be done with recorded visits: each gets a clear coded answer, and nothing is lost.</summary>
public class TranscriptionBadInputTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Audio_that_is_empty_cut_mislabelled_or_too_long_is_refused_and_a_better_one_is_taken_after_it(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var wav = Wav(8_000, 1, 8, 8_000);
        foreach (var (name, bytes, type) in (List<(string, byte[], string)>)[
            ("empty", [], "audio/wav"), ("head only", wav[..44], "audio/wav"), ("cut head", wav[..30], "audio/wav"), ("cut data", wav[..1000], "audio/wav"),
            ("mislabelled", "ID3"u8.ToArray().Concat(new byte[2_000]).ToArray(), "audio/wav"), ("wav as mp3", wav, "audio/mpeg"), ("3 GB", Wav(192_000, 8, 24, 3_050_000_000), "audio/wav"), ("3 h", Wav(8_000, 1, 8, 8_000L * 10_801), "audio/wav")])
        {
            var session = await v.GrantedAsync();
            await v.Physician.OkAsync($"{Of(session)}/import", new { format = new { mediaType = type } });
            if (bytes.Length > 0) await PutAsync(v.Physician, $"{Of(session)}/import?offset=0", bytes);
            var answer = await v.Physician.PostAsync($"{Of(session)}/import/finish");
            output.WriteLine($"{name}: {answer.Status} {string.Join(',', answer.Codes)} {(await v.Physician.GetAsync(Of(session))).Json["captured"]?.ToJsonString()}");
        }
    }

    private static byte[] Wav(int rate, short channels, short bits, long declared)
    {
        var bytes = new byte[44 + (int)Math.Min(declared, 8_000)];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(36 + declared));
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), rate * channels * bits / 8);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), (short)(channels * bits / 8));
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), bits);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), (uint)declared);
        return bytes;
    }
}
