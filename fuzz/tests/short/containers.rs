//! Containers and pictures of several pictures: one small file of each kind, mutated.

use std::io::{Cursor, Write};

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::{run, seeds};

/// Mutations of a container are cheap: most are refused at once.
const ROUNDS: u64 = 8;

/// What lies in each container, with its name.
const FILES: [(&str, &[u8]); 2] = [
    ("a/b.png", b"\x89PNG\r\n\x1a\n picture"),
    ("c.txt", b"text"),
];

fn rounds(file: &[u8], first_seed: u64, target: fn(&[u8])) {
    for seed in first_seed..first_seed + ROUNDS {
        run(&[file.to_vec()], seed, target);
    }
}

#[test]
fn zip_archives() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in FILES {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("in memory");
        archive.write_all(bytes).expect("in memory");
    }
    let archive = archive.finish().expect("in memory").into_inner();
    rounds(&archive, 100, i797_fuzz::zip);
}

fn tar() -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in FILES {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        archive
            .append_data(&mut header, name, bytes)
            .expect("in memory");
    }
    archive.into_inner().expect("in memory")
}

#[test]
fn tar_archives() {
    rounds(&tar(), 110, i797_fuzz::tar);
}

#[test]
fn packed_files() {
    rounds(&tar(), 120, i797_fuzz::gzip);
}

#[test]
fn mails_and_mailboxes() {
    let mail = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
        Content-Type: image/png; name=d.png\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        iVBORw0KGgo=\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: e@f\r\n\r\ng\r\n--x--\r\n\
        \nFrom a@b Tue\nFrom: a@b\r\nSubject: c\r\n\r\ntext\r\n";
    rounds(mail.as_bytes(), 130, i797_fuzz::mail);
}

#[test]
fn messages_of_outlook() {
    let mut message = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
    let folder = "/__attach_version1.0_#00000000";
    message.create_storage(folder).expect("in memory");
    let streams = [
        ("/__properties_version1.0".to_owned(), &b"x"[..]),
        (format!("{folder}/__substg1.0_37010102"), FILES[0].1),
    ];
    for (path, bytes) in streams {
        let mut stream = message.create_stream(path).expect("in memory");
        stream.write_all(bytes).expect("in memory");
    }
    message.flush().expect("in memory");
    let message = message.into_inner().into_inner();
    rounds(&message, 140, i797_fuzz::outlook);
}

#[test]
fn files_attached_to_a_pdf() {
    let mut document = Document::with_version("1.7");
    let names = FILES.into_iter().flat_map(|(name, bytes)| {
        let file = document.add_object(Stream::new(Dictionary::new(), bytes.to_vec()));
        let specification = dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(name),
            "EF" => dictionary! { "F" => file },
        };
        let specification = document.add_object(specification);
        [Object::string_literal(name), specification.into()]
    });
    let names: Vec<Object> = names.collect();
    let pages = dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 };
    let pages = document.add_object(pages);
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
    });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("in memory");
    rounds(&bytes, 150, i797_fuzz::attachments);
}

#[test]
fn pdfs_glued_together() {
    let pdf = seeds("notices", "pdf").swap_remove(0);
    run(&[[&pdf[..], &pdf].concat()], 160, i797_fuzz::attachments);
}

/// A picture of two greys.
fn picture(width: u32, height: u32) -> image::RgbImage {
    image::RgbImage::from_fn(width, height, |x, _| {
        image::Rgb([if x < width / 2 { 20 } else { 230 }; 3])
    })
}

#[test]
fn photos_of_phones() {
    let picture = picture(64, 64);
    let options = heifer::EncodeOptions::default();
    let photo = heifer::encode_rgb8(64, 64, picture.as_raw(), &options).expect("in memory");
    rounds(&photo, 170, i797_fuzz::heic);
}

#[test]
fn animations() {
    let mut gif = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    for width in [40, 30] {
        let picture = image::DynamicImage::from(picture(width, 20)).into_rgba8();
        let frame = image::Frame::new(picture);
        encoder.encode_frame(frame).expect("in memory");
    }
    drop(encoder);
    rounds(&gif, 180, i797_fuzz::animations);
    let webp = seeds("notices", "webp");
    run(&webp, 190, i797_fuzz::animations);
}
