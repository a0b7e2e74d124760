using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Tests.Audio;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Transcription.Tests.Vault;

public sealed class VaultTests : IDisposable
{
    private static readonly byte[] Audio = Voice.Pcm("speech", 300_000, 2, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("clinic-vault").FullName;
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 22, 9, 0));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_vaults_record_read_list_and_erase(bool onDisk)
    {
        var (vault, key) = (Vault(onDisk), AVault.NewKey());
        Assert.Null(await vault.FindAsync(key, Ct));
        await using (var writer = await vault.CreateAsync(key, AVault.Pcm, AVault.Layout, Ct))
        {
            await writer.AppendAsync(0, Audio, Ct);
            Assert.Equal(RecordingStatus.Open, await vault.FindAsync(key, Ct));
            using (var early = await vault.OpenAsync(key, Ct)) Assert.Equal((writer.WrittenThrough, true), (early.Length, early.Truncated));
            var seal = await writer.CompleteAsync(Ct);
            using var late = await vault.OpenAsync(key, Ct);
            Assert.Equal((seal, false, AVault.Pcm, "one", clock.Now), (late.Seal, late.Truncated, late.Format, late.KeyId, late.CreatedAt));
        }

        Assert.Equal(RecordingStatus.Sealed, await vault.FindAsync(key, Ct));
        Assert.Equal([key], await vault.ListAsync(key.Tenant, Ct));
        Assert.Empty(await vault.ListAsync(new TenantId(Guid.CreateVersion7()), Ct));
        Assert.Equal(Audio, await ReadAsync(vault, key));
        var proof = await vault.EraseAsync(key, Ct);
        Assert.Equal(RecordingStatus.Erased, await vault.FindAsync(key, Ct));
        Assert.Equal((key, clock.Now, "one"), (proof.Recording, proof.ErasedAt, proof.KeyId));
        Assert.Empty(await vault.ListAsync(key.Tenant, Ct));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_not_ended_is_let_go_and_begins_anew(bool onDisk)
    {
        var (vault, key) = (Vault(onDisk), AVault.NewKey());
        await vault.DiscardAsync(key, Ct);
        await using (var writer = await vault.CreateAsync(key, AVault.Pcm, AVault.Layout, Ct))
        {
            await writer.AppendAsync(0, Audio, Ct);
            Assert.Equal(TranscriptionRules.RecordingBusy, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.DiscardAsync(key, Ct))).Code);
        }

        await vault.DiscardAsync(key, Ct);
        Assert.Null(await vault.FindAsync(key, Ct));
        Assert.Empty(await vault.ListAsync(key.Tenant, Ct));

        await RecordAsync(vault, key);
        Assert.Equal(TranscriptionRules.RecordingSealed, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.DiscardAsync(key, Ct))).Code);
        Assert.Equal(Audio, await ReadAsync(vault, key));
        await vault.EraseAsync(key, Ct);
        Assert.Equal(TranscriptionRules.RecordingErased, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.DiscardAsync(key, Ct))).Code);
    }

    [Fact]
    public async Task Reading_seeks_to_any_place()
    {
        var (vault, key) = (Vault(onDisk: true), AVault.NewKey());
        await RecordAsync(vault, key);
        using var audio = await vault.OpenAsync(key, Ct);
        using var stream = audio.OpenStream();
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var at = random.Next(Audio.Length);
            var some = new byte[random.Next(1, Math.Min(70_000, Audio.Length - at) + 1)];
            stream.Seek(at, SeekOrigin.Begin);
            stream.ReadExactly(some);
            Assert.True(some.AsSpan().SequenceEqual(Audio.AsSpan(at, some.Length)));
        }

        Assert.Equal(Audio.Length, stream.Length);
        Assert.Equal(0, stream.Read(new byte[1], (int)stream.Seek(0, SeekOrigin.End) * 0, 1));
    }

    [Fact]
    public async Task The_same_bytes_twice_are_there_once_and_a_gap_names_the_offset()
    {
        var (vault, key) = (Vault(onDisk: false), AVault.NewKey());
        await using var writer = await vault.CreateAsync(key, AVault.Pcm, AVault.Layout, Ct);
        await writer.AppendAsync(0, Audio.AsMemory(0, 150_000), Ct);

        await writer.AppendAsync(0, Audio.AsMemory(0, 150_000), Ct);
        await writer.AppendAsync(60_000, Audio.AsMemory(60_000, 50_000), Ct);
        await writer.AppendAsync(140_000, Audio.AsMemory(140_000, 30_000), Ct);
        var gap = await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(170_001, new byte[5], Ct));
        var differs = await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(3, new byte[500], Ct));
        var pending = await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(169_000, Enumerable.Repeat((byte)99, 500).ToArray(), Ct));
        await writer.AppendAsync(170_000, Audio.AsMemory(170_000), Ct);

        Assert.Equal((TranscriptionRules.AudioGap, "170000"), (gap.Code, Fact(gap, "expected")));
        Assert.Equal([TranscriptionRules.AudioDiffers, TranscriptionRules.AudioDiffers], [differs.Code, pending.Code]);
        Assert.Equal(Audio.Length, (await writer.CompleteAsync(Ct)).Bytes);
        Assert.Equal(Audio, await ReadAsync(vault, key));
    }

    [Fact]
    public async Task An_upload_goes_on_after_its_process_was_lost()
    {
        var key = AVault.NewKey();
        await using (var writer = await Vault(onDisk: true).CreateAsync(key, AVault.Pcm, AVault.Layout, Ct)) await writer.AppendAsync(0, Audio.AsMemory(0, 100_001), Ct);
        for (var cut = 100_001; cut < Audio.Length; cut += 70_000)
        {
            // As a lost machine leaves it: a chunk that was being written.
            await File.AppendAllBytesAsync(PathOf(key), [0, 1, 0, 17, 0, 1, 0, 0, 1, 2, 3], Ct);
            await using var writer = await Vault(onDisk: true).ContinueAsync(key, Ct);
            Assert.Equal(cut, writer.Length);
            await writer.AppendAsync(cut - 50_000, Audio.AsMemory(cut - 50_000, Math.Min(120_000, Audio.Length - cut + 50_000)), Ct);
        }

        await using (var last = await Vault(onDisk: true).ContinueAsync(key, Ct)) await last.CompleteAsync(Ct);

        Assert.Equal(Audio, await ReadAsync(Vault(onDisk: true), key));
        var sealedNow = await Assert.ThrowsAsync<TranscriptionException>(() => Vault(onDisk: true).ContinueAsync(key, Ct));
        Assert.Equal(TranscriptionRules.RecordingSealed, sealedNow.Code);
    }

    [Fact]
    public async Task A_changed_place_of_going_on_is_noticed()
    {
        var vault = new AVault();
        await using (var writer = await vault.Vault.CreateAsync(vault.Key, AVault.Pcm, null, Ct)) await writer.AppendAsync(0, Audio.AsMemory(0, 1_000), Ct);
        var place = vault.Bytes().Length;
        await using (var writer = await vault.Vault.ContinueAsync(vault.Key, Ct))
        {
            await writer.AppendAsync(1_000, Audio.AsMemory(1_000, 1_000), Ct);
            await writer.CompleteAsync(Ct);
        }

        var bytes = vault.Bytes();
        Assert.Equal(2_000, (await vault.ReadAsync()).Audio.Length);
        for (var i = 0; i < 56; i++)
        {
            byte[] copy = [.. bytes];
            copy[place + i] ^= 1;
            Assert.NotEqual(false, (await vault.TryReadAsync(copy))?.Truncated);
        }

        byte[] without = [.. bytes[..place], .. bytes[(place + 56)..]], twice = [.. bytes[..(place + 56)], .. bytes[place..]];
        foreach (var forged in (byte[][])[without, twice]) Assert.NotEqual(false, (await vault.TryReadAsync(forged))?.Truncated);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_writer_is_refused_while_there_is_one(bool onDisk)
    {
        var (vault, key) = (Vault(onDisk), AVault.NewKey());
        var other = onDisk ? Vault(onDisk) : vault;
        var writer = await vault.CreateAsync(key, AVault.Pcm, null, Ct);

        foreach (var second in (Func<Task>[])[() => other.ContinueAsync(key, Ct), () => other.CreateAsync(key, AVault.Pcm, null, Ct), () => other.EraseAsync(key, Ct), () => other.RewrapAsync(key, Ct)])
            Assert.Equal(TranscriptionRules.RecordingBusy, (await Assert.ThrowsAsync<TranscriptionException>(second)).Code);

        await writer.DisposeAsync();
        Assert.Equal(TranscriptionRules.RecordingExists, (await Assert.ThrowsAsync<TranscriptionException>(() => other.CreateAsync(key, AVault.Pcm, null, Ct))).Code);
        await (await other.ContinueAsync(key, Ct)).DisposeAsync();
    }

    [Fact]
    public async Task Erasing_destroys_the_key_first_and_twice_gives_the_same_proof()
    {
        var vault = new AVault();
        var seal = await vault.RecordAsync(Audio);
        var before = vault.Bytes();
        var file = vault.Files.OpenToRead(vault.Key)!;

        var proof = await vault.Vault.EraseAsync(vault.Key, Ct);
        vault.Clock.AdvanceMinutes(5);

        Assert.Equal((before.Length, seal.HeaderSha256, "one"), ((int)proof.Bytes, proof.HeaderSha256, proof.KeyId));
        Assert.Equal(proof, await vault.Vault.EraseAsync(vault.Key, Ct));
        // Whoever kept the bytes of the file as they were deleted has no key any more.
        var left = new byte[before.Length];
        file.Read(left, 0);
        Assert.NotEqual(before[512..1024], left[512..1024]);
        Assert.Null(await new AVault().TryReadAsync(left, vault.Key));
        var gone = await Assert.ThrowsAsync<TranscriptionException>(() => vault.Vault.OpenAsync(vault.Key, Ct));
        Assert.Equal((TranscriptionRules.RecordingErased, "2026-11-22T09:00:00Z"), (gone.Code, Fact(gone, "at")));
        Assert.Equal(TranscriptionRules.RecordingErased, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.Vault.CreateAsync(vault.Key, AVault.Pcm, null, Ct))).Code);
    }

    [Fact]
    public async Task An_erasure_that_was_interrupted_is_ended_by_the_next_one()
    {
        var vault = new AVault();
        var seal = await vault.RecordAsync(Audio);
        var bytes = vault.Bytes();
        KeySlot.Destroy(bytes.AsSpan(512, 512)).CopyTo(bytes, 512);
        vault.Replace(bytes);

        Assert.Equal(TranscriptionRules.RecordingErased, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.Vault.OpenAsync(vault.Key, Ct))).Code);
        var proof = await vault.Vault.EraseAsync(vault.Key, Ct);

        Assert.Equal((seal.HeaderSha256, "one"), (proof.HeaderSha256, proof.KeyId));
        Assert.Equal(RecordingStatus.Erased, await vault.Vault.FindAsync(vault.Key, Ct));
    }

    [Fact]
    public async Task After_erasing_the_folder_holds_the_proof_and_no_other_file_ever_was_there()
    {
        var (vault, key) = (Vault(onDisk: true), AVault.NewKey());
        await RecordAsync(vault, key);
        Assert.Equal([".cta", ".lock"], Endings());

        var proof = await vault.EraseAsync(key, Ct);

        Assert.Equal([".erased"], Endings());
        Assert.Equal(proof, await Vault(onDisk: true).EraseAsync(key, Ct));
        Assert.Equal(TranscriptionRules.RecordingErased, (await Assert.ThrowsAsync<TranscriptionException>(() => Vault(onDisk: true).ContinueAsync(key, Ct))).Code);
        Assert.Equal([".erased"], Endings());
    }

    [Fact]
    public async Task What_never_was_cannot_be_opened_erased_or_gone_on_with()
    {
        var vault = Vault(onDisk: true);

        foreach (var call in (Func<Task>[])[() => vault.OpenAsync(AVault.NewKey(), Ct), () => vault.EraseAsync(AVault.NewKey(), Ct), () => vault.ContinueAsync(AVault.NewKey(), Ct), () => vault.RewrapAsync(AVault.NewKey(), Ct)])
            Assert.Equal(TranscriptionRules.RecordingUnknown, (await Assert.ThrowsAsync<TranscriptionException>(call)).Code);
        await Assert.ThrowsAsync<ArgumentException>(() => vault.CreateAsync(default, AVault.Pcm, null, Ct));
    }

    [Fact]
    public async Task Another_clinic_does_not_find_the_recording()
    {
        var vault = new AVault();
        await vault.RecordAsync(Audio);
        var foreign = new RecordingKey(new TenantId(Guid.CreateVersion7()), vault.Key.Recording);

        Assert.Null(await vault.Vault.FindAsync(foreign, Ct));
        vault.Replace(vault.Bytes(), foreign);
        Assert.Equal(TranscriptionRules.RecordingTampered, (await Assert.ThrowsAsync<TranscriptionException>(() => vault.Vault.OpenAsync(foreign, Ct))).Code);
    }

    [Fact]
    public async Task An_erasure_that_a_crash_cut_off_goes_on_and_so_does_one_without_the_key()
    {
        var vault = new AVault();
        await vault.RecordAsync(Audio);
        var whole = vault.Bytes();
        var proof = await vault.Vault.EraseAsync(vault.Key, Ct);
        var (tenant, session) = (vault.Key.Tenant, new Clinic.Transcription.Sessions.SessionId(vault.Key.Recording.Value));
        // The key slots are destroyed; neither the proof nor the end of the bytes came to the disk.
        var cut = new AVault();
        cut.Replace(whole, vault.Key);
        var file = cut.Files.OpenToWrite(vault.Key, create: false);
        await file.WriteAsync(KeySlot.Destroy(whole.AsSpan(512, 512)), 512, Ct);
        var lost = new AVault(ring: AVault.Keys("other", "other"));
        lost.Replace(whole, vault.Key);

        foreach (var one in (AVault[])[cut, lost])
        {
            var erased = await new VaultSessionAudio(one.Vault, one.Clock).EraseAsync(tenant, session, Ct);

            Assert.Equal((proof.KeyId, proof.Bytes, proof.HeaderSha256), (erased.KeyId, erased.Bytes, erased.Hash));
            Assert.Null(one.Files.OpenToRead(vault.Key));
            Assert.Equal(erased, await new VaultSessionAudio(one.Vault, one.Clock).EraseAsync(tenant, session, Ct));
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(60_000)]
    public async Task Going_on_never_cuts_good_chunks_behind_a_damaged_head(int chunk)
    {
        var vault = new AVault();
        await using (var writer = await vault.Vault.CreateAsync(vault.Key, AVault.Pcm, null, Ct))
        {
            for (var i = 0; i < 4; i++)
            {
                await writer.AppendAsync(i * chunk, Audio.AsMemory(i * chunk, chunk), Ct);
                await writer.FlushAsync(Ct);
            }
        }

        var (whole, place) = (vault.Bytes(), VaultHeader.Bytes + chunk + 25);
        for (var bit = 0; bit < 64; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[place + (bit / 8)] ^= (byte)(1 << (bit % 8));
            vault.Replace(damaged);
            var refusal = await Record.ExceptionAsync(async () => await (await vault.Vault.ContinueAsync(vault.Key, Ct)).DisposeAsync());

            if (refusal is not null) Assert.Equal(TranscriptionRules.RecordingTampered, Assert.IsType<TranscriptionException>(refusal).Code);
            Assert.Equal(damaged, vault.Bytes()[..damaged.Length]);
        }

        whole[place] ^= 0x10;
        vault.Replace(whole);
        var (tenant, session) = (vault.Key.Tenant, new Clinic.Transcription.Sessions.SessionId(vault.Key.Recording.Value));
        var captured = await new VaultSessionAudio(vault.Vault, vault.Clock).SealAsync(tenant, session, Ct);
        Assert.Equal((chunk, true, null), (captured.Bytes, captured.IsTruncated, captured.Hash));
        Assert.Equal(whole, vault.Bytes());
    }

    [Fact]
    public async Task A_sealed_recording_that_was_cut_at_the_edge_of_a_chunk_is_refused_by_its_session()
    {
        var vault = new AVault();
        var (audio, tenant, session) = (new VaultSessionAudio(vault.Vault, vault.Clock), vault.Key.Tenant, new Clinic.Transcription.Sessions.SessionId(vault.Key.Recording.Value));
        await audio.BeginAsync(tenant, session, AVault.Pcm, Ct);
        await audio.AppendAsync(tenant, session, 0, Audio.AsMemory(0, 100_000), Ct);
        var safe = vault.Bytes();
        await audio.AppendAsync(tenant, session, 100_000, Audio.AsMemory(100_000), Ct);
        var captured = await audio.SealAsync(tenant, session, Ct);
        var whole = vault.Bytes();

        await using (var stream = await audio.OpenAsync(tenant, session, captured, Ct)) Assert.Equal(Audio.Length, stream.Length);
        Assert.Equal(captured, await audio.SealAsync(tenant, session, Ct));
        vault.Replace(safe);
        // Without the seal it is as good as one whose recorder was lost.
        await using (var stream = await audio.OpenAsync(tenant, session, null, Ct)) Assert.Equal(100_000, stream.Length);
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(async () => await audio.OpenAsync(tenant, session, captured, Ct));
        Assert.Equal(TranscriptionRules.RecordingTampered, refusal.Code);
        vault.Replace(whole);
        await (await audio.OpenAsync(tenant, session, captured, Ct)).DisposeAsync();
    }

    [Fact]
    public async Task A_session_goes_on_with_its_recording_once_and_not_for_every_chunk()
    {
        var vault = new AVault();
        var (tenant, session) = (vault.Key.Tenant, new Clinic.Transcription.Sessions.SessionId(vault.Key.Recording.Value));
        using (var audio = new VaultSessionAudio(vault.Vault, vault.Clock, TimeSpan.FromMinutes(1)))
        {
            await audio.BeginAsync(tenant, session, AVault.Pcm, Ct);
            for (var at = 0; at < 200_000; at += 4_000) Assert.Equal(at + 4_000, await audio.AppendAsync(tenant, session, at, Audio.AsMemory(at, 4_000), Ct));
            var gap = await Assert.ThrowsAsync<TranscriptionException>(() => audio.AppendAsync(tenant, session, 200_001, new byte[5], Ct));
            Assert.Equal(TranscriptionRules.AudioGap, gap.Code);
            Assert.Equal(204_000, await audio.AppendAsync(tenant, session, 200_000, Audio.AsMemory(200_000, 4_000), Ct));
            Assert.Equal(204_000, await audio.LengthAsync(tenant, session, Ct));
        }

        var file = vault.Files.OpenToRead(vault.Key)!;
        var opened = OpenedHeader.Read(file, vault.Key, vault.Ring)!;
        using (var index = VaultIndex.Read(file, opened.Header, opened.Own)) Assert.Equal((2u, 51), (index.Stretches, index.Chunks.Count));
        Assert.Equal(Audio[..204_000], (await vault.ReadAsync()).Audio);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_process_closes_or_erases_a_recording_when_nothing_more_comes(bool erases)
    {
        var (key, pause) = (AVault.NewKey(), TimeSpan.FromMilliseconds(300));
        var (tenant, session) = (key.Tenant, new Clinic.Transcription.Sessions.SessionId(key.Recording.Value));
        using VaultSessionAudio one = new(Vault(onDisk: true), clock, pause), two = new(Vault(onDisk: true), clock, pause);
        await one.BeginAsync(tenant, session, AVault.Pcm, Ct);
        await one.AppendAsync(tenant, session, 0, Audio.AsMemory(0, 100_000), Ct);
        Assert.Equal(TranscriptionRules.RecordingBusy, (await Assert.ThrowsAsync<TranscriptionException>(() => Vault(onDisk: true).RewrapAsync(key, Ct))).Code);

        Assert.Equal(150_000, await two.AppendAsync(tenant, session, 100_000, Audio.AsMemory(100_000, 50_000), Ct));
        if (erases)
        {
            await one.EraseAsync(tenant, session, Ct);
            Assert.Equal(RecordingStatus.Erased, await Vault(onDisk: true).FindAsync(key, Ct));
        }
        else
        {
            Assert.Equal(150_000, (await one.SealAsync(tenant, session, Ct)).Bytes);
            Assert.Equal(Audio[..150_000], await ReadAsync(Vault(onDisk: true), key));
        }
    }

    [Fact]
    public async Task Wrapping_again_changes_the_key_and_nothing_else()
    {
        var key = AVault.NewKey();
        await RecordAsync(Vault(onDisk: true, AVault.Keys("one", "one")), key);
        var both = Vault(onDisk: true, AVault.Keys("two", "one", "two"));
        var before = await File.ReadAllBytesAsync(PathOf(key), Ct);

        Assert.True(await both.RewrapAsync(key, Ct));
        Assert.False(await both.RewrapAsync(key, Ct));

        var after = await File.ReadAllBytesAsync(PathOf(key), Ct);
        Assert.Equal(before[1536..], after[1536..]);
        Assert.Equal(Audio, await ReadAsync(Vault(onDisk: true, AVault.Keys("two", "two")), key));
        var missing = await Assert.ThrowsAsync<TranscriptionException>(() => Vault(onDisk: true, AVault.Keys("one", "one")).OpenAsync(key, Ct));
        Assert.Equal((TranscriptionRules.VaultKeyMissing, "two"), (missing.Code, Fact(missing, "key")));

        // Interrupted between the new key and the old one: both open it, and wrapping again ends it.
        before.AsSpan(512, 512).CopyTo(after.AsSpan(512));
        await File.WriteAllBytesAsync(PathOf(key), after, Ct);
        Assert.Equal(Audio, await ReadAsync(Vault(onDisk: true, AVault.Keys("one", "one")), key));
        Assert.True(await both.RewrapAsync(key, Ct));
        Assert.Equal("two", (await both.EraseAsync(key, Ct)).KeyId);
    }

    [Fact]
    public async Task A_full_disk_leaves_a_good_beginning_and_the_same_bytes_go_on_later()
    {
        var files = new FullFiles { Room = 200_000 };
        var vault = new InMemoryAudioVault(files, new VaultOptions(), AVault.Keys("one", "one"), clock);
        var key = AVault.NewKey();
        await using var writer = await vault.CreateAsync(key, AVault.Pcm, null, Ct);

        var full = await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(0, Audio, Ct));
        var still = await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(0, Audio, Ct));

        Assert.Equal((TranscriptionRules.VaultFull, "196608"), (full.Code, Fact(full, "written")));
        Assert.Equal(TranscriptionRules.VaultFull, still.Code);
        using (var early = await vault.OpenAsync(key, Ct))
        {
            Assert.True(early.Truncated);
            Assert.Equal(196_608, early.Length);
        }

        files.Room = long.MaxValue;
        await writer.AppendAsync(writer.Length, Audio.AsMemory((int)writer.Length), Ct);
        await writer.CompleteAsync(Ct);
        Assert.Equal(Audio, await ReadAsync(vault, key));
    }

    [Fact]
    public async Task A_full_disk_at_the_end_lets_the_end_be_tried_again()
    {
        var files = new FullFiles { Room = 70_000 };
        var vault = new InMemoryAudioVault(files, new VaultOptions(), AVault.Keys("one", "one"), clock);
        var key = AVault.NewKey();
        await using var writer = await vault.CreateAsync(key, AVault.Pcm, null, Ct);
        await writer.AppendAsync(0, Audio.AsMemory(0, 80_000), Ct);

        await Assert.ThrowsAsync<TranscriptionException>(() => writer.CompleteAsync(Ct));
        files.Room = long.MaxValue;
        var seal = await writer.CompleteAsync(Ct);

        Assert.Equal(80_000, seal.Bytes);
        Assert.Equal(Audio[..80_000], await ReadAsync(vault, key));
        Assert.Equal(TranscriptionRules.RecordingSealed, (await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(80_000, Audio, Ct))).Code);
    }

    [Fact]
    public async Task More_than_is_allowed_is_refused_while_it_is_recorded()
    {
        var vault = new AVault(new VaultOptions { Limits = new AudioLimits(100_000, Duration.FromSeconds(2)) });
        await using (var writer = await vault.Vault.CreateAsync(vault.Key, AVault.Pcm, AVault.Layout, Ct))
        {
            await writer.AppendAsync(0, Audio.AsMemory(0, 64_000), Ct);
            Assert.Equal(TranscriptionRules.AudioTooLong, (await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(64_000, new byte[32], Ct))).Code);
            Assert.Equal(TranscriptionRules.AudioTooLarge, (await Assert.ThrowsAsync<TranscriptionException>(async () => await writer.AppendAsync(64_000, new byte[36_001], Ct))).Code);
        }

        Assert.Equal(64_000, (await vault.ReadAsync()).Audio.Length);
    }

    [Fact]
    public async Task A_replay_gives_whole_samples_from_a_place_on_while_recording_goes_on()
    {
        var (vault, key) = (Vault(onDisk: true), AVault.NewKey());
        await using var writer = await vault.CreateAsync(key, AVault.Pcm, AVault.Layout, Ct);
        await writer.AppendAsync(0, Audio.AsMemory(0, 99_999), Ct);
        var replay = new RecordedAudioReplay(vault, key, writer.FlushAsync);

        using var stream = await replay.OpenFromAsync(Duration.FromMilliseconds(2_500), Ct);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        await writer.AppendAsync(99_999, Audio.AsMemory(99_999), Ct);
        await writer.CompleteAsync(Ct);

        Assert.Equal(Audio[80_000..99_998], copy.ToArray());
        Assert.Equal(Audio, await ReadAsync(vault, key));
    }

    [Fact]
    public void Keys_of_another_length_or_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new VaultKeyRing("a", new Dictionary<string, byte[]> { ["b"] = new byte[32] }));
        Assert.Throws<ArgumentException>(() => new VaultKeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[31] }));
        Assert.Throws<ArgumentException>(() => new VaultKeyRing("a b", new Dictionary<string, byte[]> { ["a b"] = new byte[32] }));
        Assert.Equal("vault keys one, two", AVault.Keys("one", "two", "one").ToString());
    }

    private static async Task RecordAsync(IAudioVault vault, RecordingKey key)
    {
        await using var writer = await vault.CreateAsync(key, AVault.Pcm, AVault.Layout, Ct);
        await writer.AppendAsync(0, Audio, Ct);
        await writer.CompleteAsync(Ct);
    }

    private static async Task<byte[]> ReadAsync(IAudioVault vault, RecordingKey key)
    {
        using var audio = await vault.OpenAsync(key, Ct);
        using var stream = audio.OpenStream();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    private static string Fact(TranscriptionException e, string name) => e.Failures[0].Facts.Single(f => f.Key == name).Value;

    private string[] Endings() => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetExtension(f)).Order()];

    private string PathOf(RecordingKey key) => Path.Combine(folder, key.Tenant.ToString(), key.Recording + ".cta");

    private IAudioVault Vault(bool onDisk, VaultKeyRing? ring = null) =>
        onDisk ? new FileAudioVault(new VaultOptions { Folder = folder }, ring ?? AVault.Keys("one", "one"), clock) : new InMemoryAudioVault(new VaultOptions(), ring ?? AVault.Keys("one", "one"), clock);
}
