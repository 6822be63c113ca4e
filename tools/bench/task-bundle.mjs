/**
 * MediaPipe's tasks want a bundle (`.task`): a zip of the two networks, each with metadata that says how its input is normalised. The
 * npm package of the older solution has the same networks without metadata. A TensorFlow Lite file is a flatbuffer, whose
 * offsets only point forward, so a new root table before the old file can point into it. Formats: `schema.fbs` of TensorFlow
 * Lite (table Model) and `metadata_schema.fbs` (ModelMetadata).
 */

/** Fields of the table Model, in their order. */
const FIELD = { version: 0, codes: 1, graphs: 2, words: 3, buffers: 4, metadata: 6 };
const FIELDS = 7;
const NAME = 'TFLITE_METADATA';

/**
 * ModelMetadata with one RGB input, whose values are (value − mean) / deviation.
 * @param {any} flatbuffers the package
 * @param {string} name
 * @param {number} mean
 * @param {number} deviation
 * @returns {Uint8Array}
 */
function inputMetadata(flatbuffers, name, mean, deviation) {
  const builder = new flatbuffers.Builder(1024);
  /** @param {number} value */
  const oneFloat = (value) => {
    builder.startVector(4, 1, 4);
    builder.addFloat32(value);
    return builder.endVector();
  };
  /** @param {number} offset */
  const oneOffset = (offset) => {
    builder.startVector(4, 1, 4);
    builder.addOffset(offset);
    return builder.endVector();
  };
  /** @param {number} fields @param {() => void} fill */
  const table = (fields, fill) => {
    builder.startObject(fields);
    fill();
    return builder.endObject();
  };
  const [means, deviations] = [oneFloat(mean), oneFloat(deviation)];
  const normalisation = table(2, () => {
    builder.addFieldOffset(0, means, 0);
    builder.addFieldOffset(1, deviations, 0);
  });
  // Kinds of a union: 1 = NormalizationOptions of a ProcessUnit, 2 = ImageProperties of a Content.
  const unit = table(2, () => {
    builder.addFieldInt8(0, 1, 0);
    builder.addFieldOffset(1, normalisation, 0);
  });
  const units = oneOffset(unit);
  const image = table(2, () => builder.addFieldInt8(0, 1, 0));
  const content = table(3, () => {
    builder.addFieldInt8(0, 2, 0);
    builder.addFieldOffset(1, image, 0);
  });
  const input = builder.createString('image');
  const tensor = table(7, () => {
    builder.addFieldOffset(0, input, 0);
    builder.addFieldOffset(3, content, 0);
    builder.addFieldOffset(4, units, 0);
  });
  const tensors = oneOffset(tensor);
  const graph = table(8, () => builder.addFieldOffset(2, tensors, 0));
  const graphs = oneOffset(graph);
  const [title, parser] = [builder.createString(name), builder.createString('1.5.0')];
  const root = table(8, () => {
    builder.addFieldOffset(0, title, 0);
    builder.addFieldOffset(3, graphs, 0);
    builder.addFieldOffset(7, parser, 0);
  });
  builder.finish(root, 'M001');
  return builder.asUint8Array();
}

/** Where the parts of the old root table lie. @param {Buffer} model */
function oldParts(model) {
  const root = model.readUInt32LE(0);
  const table = root - model.readInt32LE(root);
  const length = model.readUInt16LE(table);
  /** @param {number} field @returns {number} its place; 0: absent */
  const placeOf = (field) => {
    const offset = 4 + 2 * field < length ? model.readUInt16LE(table + 4 + 2 * field) : 0;
    return offset ? root + offset : 0;
  };
  /** @param {number} field @returns {number} what its offset points to; 0: absent */
  const target = (field) => {
    const place = placeOf(field);
    return place ? place + model.readUInt32LE(place) : 0;
  };
  /** @param {number} at @returns {readonly number[]} what each offset of a vector points to */
  const entries = (at) =>
    at
      ? Array.from({ length: model.readUInt32LE(at) }, (_, i) => at + 4 + 4 * i + model.readUInt32LE(at + 4 + 4 * i))
      : [];
  const version = placeOf(FIELD.version);
  return {
    version: version ? model.readUInt32LE(version) : 0,
    codes: target(FIELD.codes),
    graphs: target(FIELD.graphs),
    words: target(FIELD.words),
    buffers: entries(target(FIELD.buffers)),
    metadata: entries(target(FIELD.metadata)),
  };
}

/** Writes the parts of a flatbuffer: offsets count from where they stand. @param {Buffer} file */
function writerOf(file) {
  /** @param {number} at @param {number} value */
  const put = (at, value) => file.writeUInt32LE(value, at);
  /** @param {number} at @param {number} target */
  const point = (at, target) => put(at, target - at);
  /** @param {number} at @param {number} size of the table @param {readonly number[]} fields their offsets in the table */
  const shape = (at, size, fields) =>
    [4 + 2 * fields.length, size, ...fields].forEach((value, i) => file.writeUInt16LE(value, at + 2 * i));
  /** @param {number} at @param {readonly number[]} targets */
  const vector = (at, targets) => {
    put(at, targets.length);
    targets.forEach((target, i) => point(at + 4 + 4 * i, target));
  };
  return { put, point, shape, vector };
}

/**
 * The model behind a new root table, which has one more buffer: the metadata.
 * @param {Buffer} model
 * @param {Uint8Array} metadata
 * @returns {Buffer}
 */
function withMetadata(model, metadata) {
  const old = oldParts(model);
  let end = 8;
  /** @param {number} bytes @returns {number} where they begin */
  const room = (bytes) => {
    const at = Math.ceil(end / 4) * 4;
    end = at + bytes;
    return at;
  };
  const places = {
    rootShape: room(4 + 2 * FIELDS),
    root: room(4 + 4 * FIELDS),
    buffers: room(4 + 4 * (old.buffers.length + 1)),
    metadata: room(4 + 4 * (old.metadata.length + 1)),
    bufferShape: room(6),
    buffer: room(8),
    entryShape: room(8),
    entry: room(12),
    name: room(4 + NAME.length + 1),
  };
  // The data of a buffer begins at a multiple of 16, behind its length; the old file at a multiple of 64.
  const data = Math.ceil((room(4) + 4) / 16) * 16;
  const base = Math.ceil((data + metadata.length) / 64) * 64;
  const file = Buffer.concat([Buffer.alloc(base), model]);
  const { put, point, shape, vector } = writerOf(file);

  put(0, places.root);
  file.write('TFL3', 4);
  const fields = Array.from({ length: FIELDS }, (_, i) => 4 + 4 * i);
  /** @type {readonly [number, number][]} */
  const targets = [
    [FIELD.codes, base + old.codes],
    [FIELD.graphs, base + old.graphs],
    [FIELD.words, old.words ? base + old.words : 0],
    [FIELD.buffers, places.buffers],
    [FIELD.metadata, places.metadata],
  ];
  const kept = new Set([FIELD.version, ...targets.filter(([, target]) => target > 0).map(([field]) => field)]);
  shape(
    places.rootShape,
    4 + 4 * FIELDS,
    fields.map((offset, i) => (kept.has(i) ? offset : 0)),
  );
  file.writeInt32LE(places.root - places.rootShape, places.root);
  put(places.root + 4, old.version);
  for (const [field, target] of targets) if (target > 0) point(places.root + 4 + 4 * field, target);
  vector(places.buffers, [...old.buffers.map((at) => base + at), places.buffer]);
  vector(places.metadata, [...old.metadata.map((at) => base + at), places.entry]);
  shape(places.bufferShape, 8, [4]);
  file.writeInt32LE(places.buffer - places.bufferShape, places.buffer);
  point(places.buffer + 4, data - 4);
  shape(places.entryShape, 12, [4, 8]);
  file.writeInt32LE(places.entry - places.entryShape, places.entry);
  point(places.entry + 4, places.name);
  put(places.entry + 8, old.buffers.length);
  put(places.name, NAME.length);
  file.write(NAME, places.name + 4);
  put(data - 4, metadata.length);
  file.set(metadata, data);
  return file;
}

/**
 * The bundle of the pose landmarker.
 * @param {object} parts
 * @param {Buffer} parts.detector `pose_detection.tflite`
 * @param {Buffer} parts.landmarks `pose_landmark_SIZE.tflite`
 * @param {any} parts.flatbuffers the package
 * @param {{ zipSync(files: Record<string, [Uint8Array, { level: 0 }]>): Uint8Array }} parts.fflate the package
 * @returns {Uint8Array}
 */
export function taskBundle({ detector, landmarks, flatbuffers, fflate }) {
  // The detector takes −1…1, the landmark model 0…1.
  const files = {
    'pose_detector.tflite': withMetadata(detector, inputMetadata(flatbuffers, 'PoseDetector', 127.5, 127.5)),
    'pose_landmarks_detector.tflite': withMetadata(landmarks, inputMetadata(flatbuffers, 'PoseLandmarks', 0, 255)),
  };
  return fflate.zipSync(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, [file, { level: 0 }]])));
}
